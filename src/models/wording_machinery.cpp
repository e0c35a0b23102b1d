#include "vorzimmer/models/wording.h"

#include <algorithm>

namespace vorzimmer::models {

QString Wording::boardStatusText(const ports::BoardStatus& status)
{
    switch (status.state) {
    case ports::BoardState::NotConfigured: return tr("Topic list: none is set up");
    case ports::BoardState::Syncing: return tr("Topic list: syncing …");
    case ports::BoardState::UpToDate:
        return status.lastSync.isValid() ? tr("Topic list: synced %1").arg(timeText(status.lastSync.toLocalTime())) : tr("Topic list: synced");
    case ports::BoardState::Unreachable:
        return status.waiting > 0 ? tr("Topic list: not reachable, %n note(s) wait here safely", nullptr, status.waiting)
                                  : tr("Topic list: not reachable, nothing waits");
    case ports::BoardState::Blocked:
        return tr("Topic list: %n note(s) refused, somebody must look at it", nullptr, std::max(1, status.blocked));
    }
    return {};
}

Lamp Wording::boardLamp(ports::BoardState state)
{
    switch (state) {
    case ports::BoardState::NotConfigured: return Lamp::Off;
    case ports::BoardState::Syncing: return Lamp::Half;
    case ports::BoardState::UpToDate: return Lamp::On;
    case ports::BoardState::Unreachable:
    case ports::BoardState::Blocked: return Lamp::Alarm;
    }
    return Lamp::None;
}

Tone Wording::boardTone(ports::BoardState state)
{
    switch (state) {
    case ports::BoardState::NotConfigured: return Tone::Muted;
    case ports::BoardState::Syncing: return Tone::Accent;
    case ports::BoardState::UpToDate: return Tone::Ok;
    case ports::BoardState::Unreachable: return Tone::Warn;
    case ports::BoardState::Blocked: return Tone::Danger;
    }
    return Tone::Muted;
}

QString Wording::backendText(ports::BackendState state)
{
    switch (state) {
    case ports::BackendState::Down: return tr("Telephone: no line");
    case ports::BackendState::Starting: return tr("Telephone: connecting …");
    case ports::BackendState::Up: return tr("Telephone: ready");
    case ports::BackendState::Degraded: return tr("Telephone: some lines are missing");
    }
    return {};
}

QString Wording::faultSentence(const domain::Error& error)
{
    switch (error.fault) {
    case domain::Fault::NotFound: return tr("This does not exist any more. Nothing was changed. Close it and open it again.");
    case domain::Fault::Refused: return tr("You may not do this here. Nothing was changed. Ask your supervisor for the right.");
    case domain::Fault::Invalid: return tr("Something entered cannot be used. Nothing of it is lost. Correct it and try again.");
    case domain::Fault::Conflict:
        return tr("Somebody else changed this first. Your words are kept here. Look at the new state and try again.");
    case domain::Fault::Unsupported: return tr("This telephone line cannot do that. The call is unchanged. Choose another way.");
    case domain::Fault::Unreachable: return tr("The other side cannot be reached. Everything is kept here and sent later by itself.");
    case domain::Fault::StorageFull:
        return tr("The disk is full. What you typed is kept on the screen. Make room; saving goes on by itself.");
    case domain::Fault::StorageBroken:
        return tr("The client's file cannot be read or written. It was not changed. Tell your supervisor; the backup has it.");
    case domain::Fault::StorageNewer:
        return tr("The client's file was written by a newer Vorzimmer. It was not changed. Install the new version here too.");
    case domain::Fault::Busy: return tr("Somebody else is using this right now. Nothing was changed. Try again in a moment.");
    case domain::Fault::Cancelled: return tr("This was cancelled. Nothing was changed.");
    case domain::Fault::Internal: return tr("Something went wrong inside. What you typed is kept. Try again; if it stays, report it.");
    }
    return {};
}

} // namespace vorzimmer::models
