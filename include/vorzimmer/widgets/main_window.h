#pragma once

#include <QMainWindow>
#include <QString>

namespace vorzimmer::widgets {

/// The frame around whatever this seat shows: signing in, the reception, a client's review. Its menu lists what keys do.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(QWidget* parent = nullptr);

    /// Takes @p page over and destroys the one before.
    void setPage(QWidget* page);

    /// Which entries the menu offers.
    struct Offers {
        bool pause = false;
        bool visit = false;
        bool topics = false; ///< and the outbox
        bool appointments = false;
        bool setUp = false;
        bool sound = false;
        bool signOut = false;
    };
    void setOffers(Offers offers);

Q_SIGNALS:
    void pauseRequested();
    void visitRequested();
    void signOutRequested();
    void keysRequested();
    void appointmentsRequested();
    void topicsRequested();
    void outboxRequested();
    void planRequested();
    void knowledgeRequested();
    void setUpRequested();
    void soundRequested();
    void linesRequested();
    void rulesRequested();
    void formsRequested();
    void calendarsRequested();
    void mailRequested();
    /// "light", "dark" or "auto".
    void themeRequested(const QString& theme);
    /// "de", "en" or "auto"; in force from the next start.
    void languageRequested(const QString& language);
    void closing();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void buildMenu();

    QAction* m_pause = nullptr;
    QAction* m_visit = nullptr;
    QAction* m_appointments = nullptr;
    QAction* m_topics = nullptr;
    QAction* m_outbox = nullptr;
    QAction* m_plan = nullptr;
    QAction* m_knowledge = nullptr;
    QAction* m_forms = nullptr;
    QAction* m_setUp = nullptr;
    QAction* m_sound = nullptr;
    QAction* m_lines = nullptr;
    QAction* m_rules = nullptr;
    QAction* m_calendars = nullptr;
    QAction* m_mail = nullptr;
    QAction* m_signOut = nullptr;
};

} // namespace vorzimmer::widgets
