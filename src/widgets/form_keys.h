#pragma once

#include <QKeySequence>
#include <QWidget>

#include <functional>

namespace vorzimmer::widgets {

/// Does @p act when @p key is pressed and the focus is within @p form; a key held down counts once. It ends with the form.
void onKey(QWidget* form, const QKeySequence& key, std::function<void()> act);

/// The same for the keys that finish a form: Ctrl+Return, and Ctrl+Enter of the numeric pad.
void onFinishKey(QWidget* form, const std::function<void()>& act);

} // namespace vorzimmer::widgets
