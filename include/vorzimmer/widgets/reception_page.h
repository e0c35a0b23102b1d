#pragma once

#include "vorzimmer/desk/line_watch.h"
#include "vorzimmer/desk/list_keeper.h"
#include "vorzimmer/desk/mail_keeper.h"
#include "vorzimmer/desk/reception.h"
#include "vorzimmer/desk/throttle.h"
#include "vorzimmer/ports/sound_setup.h"

#include <QTimer>
#include <QWidget>

#include <memory>

namespace vorzimmer::widgets {

class CallListPane;
class CaseQuestions;
class DeskView;
class LineBanner;
class SidePages;
class StatusLine;
class TenantStrip;

namespace Ui {
class ReceptionPage;
}

/// The secretary's and supervisor's window: strip, calls, the case on the screen, status. Whatever belongs to one tenant is
/// built when its case comes on the screen and destroyed when it leaves; the page itself holds nothing of any tenant.
class ReceptionPage : public QWidget {
    Q_OBJECT

public:
    /// Everything borrowed must outlive the page.
    ReceptionPage(desk::Office& office, desk::Reception& reception, desk::ListKeeper& lists, QString seat,
                  QWidget* parent = nullptr);
    ~ReceptionPage() override;

    /// It must outlive the page.
    void setLineWatch(desk::LineWatch& watch);
    /// Without it nothing is sent by e-mail; it must outlive the page.
    void setMail(desk::MailKeeper& mail);
    /// What the feed says of itself; @p reason is technical.
    void setBackend(ports::BackendState state, const QString& reason);
    /// Tells when the voice of a call lost its microphone or loudspeaker.
    void setSound(const ports::SoundState& state);
    void toggleReady();
    void showKeys();
    void openTonePad();
    void startVisit();
    /// What can stand in the place of the case.
    [[nodiscard]] SidePages& beside() { return *m_beside; }

    [[nodiscard]] QByteArray layoutState() const;
    void restoreLayout(const QByteArray& state);

Q_SIGNALS:
    /// A call rings; @p company is empty until it is known.
    void callAnnounced(const QString& company);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void connectReception();
    void showCase(desk::CaseFile* file);
    void buildCase(desk::CaseFile* file);
    /// What stands where the case is shown keeps its picture, whatever changes there, until this ends.
    void setCovered(bool covered);
    /// Shows @p centre with nothing of any tenant around it.
    void showOfNobody(QWidget* centre);
    /// Called before @p next comes on the screen; null = nobody.
    void forgetClipboard(const domain::TenantId& next);
    void setStrip(TenantStrip* strip);
    /// @p centre is made as a child of the place where it will stand: moved there later, every one of its widgets would be
    /// styled a second time.
    void setCentre(QWidget* centre);
    [[nodiscard]] QWidget* deskFor(desk::CaseFile& file);
    void connectDesk(DeskView& view, desk::CaseFile& file);
    void connectCase(DeskView& view, desk::CaseFile& file);
    void refreshCalls();
    void refreshToday();
    void refreshBoard();
    void refreshClocks();
    void putAway();
    void raiseAlarm(const QString& sentence);
    [[nodiscard]] QString displayed(const domain::PhoneNumber& number, const QString& region) const;

    desk::Office& m_office;
    desk::Reception& m_reception;
    desk::ListKeeper& m_lists;
    desk::MailKeeper* m_mail = nullptr;
    QString m_seat;
    std::unique_ptr<Ui::ReceptionPage> m_ui;
    TenantStrip* m_strip = nullptr;
    SidePages* m_beside = nullptr;
    CallListPane* m_calls;
    QWidget* m_centre = nullptr;
    domain::TenantId m_shownTenant;
    DeskView* m_desk = nullptr; ///< the centre, when it is a desk
    StatusLine* m_status;
    LineBanner* m_lineBanner;
    CaseQuestions* m_questions;
    bool m_linesKnown = false;
    desk::Throttle m_callsChanged; ///< a frame is as often as anybody can see the lists change
    QTimer m_clock;
    QTimer m_alarmEnd;
    QTimer m_resolving; ///< how long a case may take to be found before the screen says that it is being looked for
    QTimer m_uncover;  ///< behind everything that happened while a desk was made
    bool m_callsDrawn = false; ///< the call list's width, by the user's own hand
    QByteArray m_deskLayout;
};

} // namespace vorzimmer::widgets
