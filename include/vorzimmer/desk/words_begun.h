#pragma once

#include "vorzimmer/domain/tenant.h"
#include "vorzimmer/domain/topic.h"

#include <QHash>
#include <QString>

#include <optional>
#include <vector>

namespace vorzimmer::desk {

/// What was typed at a case and is kept nowhere yet. The screens that ask for it are made anew while the case is worked on; this is
/// what a new one goes on with. Of one client's: goes with the case, a page that is open then may hold it longer. GUI thread.
struct WordsBegun {
    QHash<domain::TopicId, QString> comments; ///< on topics, not sent

    // Other addresses than the screen proposes.
    std::optional<QString> messageTo;
    std::optional<QString> messageCopyTo;
    std::optional<QString> redirectTo;
    bool redirectInWriting = false; ///< the caller shall get it, too

    /// Changed questions of message forms.
    struct Forms {
        std::vector<domain::Concern> before; ///< as they were read; others than these now = somebody else was faster
        std::vector<domain::Concern> changed;
    };
    std::optional<Forms> forms;
};

} // namespace vorzimmer::desk
