#include "vorzimmer/models/wording.h"

#include <QStringList>

namespace vorzimmer::models {

namespace {

/// What a person must look at whatever the line does.
bool needsDecision(const ports::BoardStatus& status)
{
    return status.conflicts > 0 && status.state != ports::BoardState::NotConfigured;
}

} // namespace

QString Wording::boardStatusText(const ports::BoardStatus& status)
{
    QStringList parts;
    switch (status.state) {
    case ports::BoardState::NotConfigured: return tr("Topic list: none is set up");
    case ports::BoardState::Syncing:
        parts << (status.waiting > 0 ? tr("Topic list: sending %n change(s) …", nullptr, status.waiting) : tr("Topic list: syncing …"));
        break;
    case ports::BoardState::UpToDate:
        parts << (status.lastSync.isValid() ? tr("Topic list: synced %1").arg(timeText(status.lastSync.toLocalTime())) : tr("Topic list: synced"));
        break;
    case ports::BoardState::Unreachable:
        parts << (status.waiting > 0 ? tr("Topic list: not reachable, %n change(s) wait here safely", nullptr, status.waiting)
                                     : tr("Topic list: not reachable, nothing waits"));
        break;
    case ports::BoardState::Blocked:
        parts << (status.blocked > 0 ? tr("Topic list: %n change(s) refused, somebody must look at it", nullptr, status.blocked)
                                     : tr("Topic list: no access, somebody must look at it"));
        break;
    }
    if (status.blocked > 0 && status.state != ports::BoardState::Blocked)
        parts << tr("%n refused", nullptr, status.blocked);
    if (needsDecision(status))
        parts << tr("%n conflict(s)", nullptr, status.conflicts);
    return parts.join(QStringLiteral(" · "));
}

Lamp Wording::boardLamp(const ports::BoardStatus& status)
{
    if (needsDecision(status) || (status.blocked > 0 && status.state != ports::BoardState::NotConfigured))
        return Lamp::Alarm;
    switch (status.state) {
    case ports::BoardState::NotConfigured: return Lamp::Off;
    case ports::BoardState::Syncing: return Lamp::Half;
    case ports::BoardState::UpToDate: return Lamp::On;
    case ports::BoardState::Unreachable:
    case ports::BoardState::Blocked: return Lamp::Alarm;
    }
    return Lamp::None;
}

Tone Wording::boardTone(const ports::BoardStatus& status)
{
    if (status.state != ports::BoardState::NotConfigured && status.blocked > 0)
        return Tone::Danger;
    switch (status.state) {
    case ports::BoardState::NotConfigured: return Tone::Muted;
    case ports::BoardState::Blocked: return Tone::Danger;
    case ports::BoardState::Unreachable: return Tone::Warn;
    case ports::BoardState::Syncing: return needsDecision(status) ? Tone::Warn : Tone::Accent;
    case ports::BoardState::UpToDate: return needsDecision(status) ? Tone::Warn : Tone::Ok;
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
    case domain::Fault::Locked:
        return tr("The desktop's key ring is locked, so no password can be read. Nothing was changed. Unlock it and start again.");
    case domain::Fault::Busy: return tr("Somebody else is using this right now. Nothing was changed. Try again in a moment.");
    case domain::Fault::Cancelled: return tr("This was cancelled. Nothing was changed.");
    case domain::Fault::Internal: return tr("Something went wrong inside. What you typed is kept. Try again; if it stays, report it.");
    }
    return {};
}

} // namespace vorzimmer::models
