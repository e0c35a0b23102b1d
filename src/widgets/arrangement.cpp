#include "arrangement.h"

#include "theme.h"

#include <QSplitter>

namespace vorzimmer::widgets {

void putFormBesideList(QSplitter* splitter)
{
    splitter->setHandleWidth(em(splitter, 0.6));
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setSizes({em(splitter, 34), em(splitter, 52)});
}

} // namespace vorzimmer::widgets
