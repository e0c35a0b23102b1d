#pragma once

class QSplitter;

namespace vorzimmer::widgets {

/// Gives the first part of @p splitter, a list, less room than the second, the form of whatever is chosen in it.
void putFormBesideList(QSplitter* splitter);

} // namespace vorzimmer::widgets
