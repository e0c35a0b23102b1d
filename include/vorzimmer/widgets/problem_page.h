#pragma once

#include "vorzimmer/domain/result.h"

#include <QWidget>

namespace vorzimmer::widgets {

/// The bureau itself cannot be opened: says what is wrong and what to do.
class ProblemPage : public QWidget {
    Q_OBJECT

public:
    explicit ProblemPage(const domain::Error& error, QWidget* parent = nullptr);
};

} // namespace vorzimmer::widgets
