#include "vorzimmer/widgets/main_window.h"

#include <QAction>
#include <QCloseEvent>
#include <QCoreApplication>
#include <QMenuBar>
#include <QMessageBox>

namespace vorzimmer::widgets {

MainWindow::MainWindow(QWidget* parent) : QMainWindow(parent)
{
    setObjectName(QStringLiteral("MainWindow"));
    setWindowTitle(QStringLiteral("Vorzimmer"));
    buildMenu();
    setOffers({});
}

void MainWindow::buildMenu()
{
    QMenu* seat = menuBar()->addMenu(tr("&Seat"));
    m_pause = seat->addAction(tr("&Pause / take calls"), Qt::Key_F12, this, &MainWindow::pauseRequested);
    m_visit = seat->addAction(tr("&Open a client without a call …"), Qt::CTRL | Qt::Key_T, this, &MainWindow::visitRequested);
    m_sound = seat->addAction(tr("So&und …"), this, &MainWindow::soundRequested);
    seat->addSeparator();
    m_signOut = seat->addAction(tr("Sign &out"), Qt::CTRL | Qt::SHIFT | Qt::Key_L, this, &MainWindow::signOutRequested);
    seat->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);

    QMenu* view = menuBar()->addMenu(tr("&View"));
    m_appointments = view->addAction(tr("Appo&intments"), Qt::Key_F8, this, &MainWindow::appointmentsRequested);
    m_topics = view->addAction(tr("&Topics"), Qt::Key_F9, this, &MainWindow::topicsRequested);
    m_plan = view->addAction(tr("P&eople and plan"), Qt::CTRL | Qt::SHIFT | Qt::Key_P, this, &MainWindow::planRequested);
    m_knowledge = view->addAction(tr("&Questions and answers"), Qt::CTRL | Qt::Key_I, this, &MainWindow::knowledgeRequested);
    m_outbox = view->addAction(tr("&Outbox"), Qt::CTRL | Qt::SHIFT | Qt::Key_O, this, &MainWindow::outboxRequested);
    m_setUp = view->addAction(tr("Set-&up"), Qt::CTRL | Qt::SHIFT | Qt::Key_S, this, &MainWindow::setUpRequested);
    m_calendars = view->addAction(tr("&Calendars"), Qt::CTRL | Qt::SHIFT | Qt::Key_K, this, &MainWindow::calendarsRequested);
    m_mail = view->addAction(tr("E-&mail"), Qt::CTRL | Qt::SHIFT | Qt::Key_E, this, &MainWindow::mailRequested);
    m_lines = view->addAction(tr("Tele&phone lines"), Qt::CTRL | Qt::SHIFT | Qt::Key_T, this, &MainWindow::linesRequested);
    m_rules = view->addAction(tr("Opening hours and &rules"), Qt::CTRL | Qt::SHIFT | Qt::Key_R, this, &MainWindow::rulesRequested);
    m_forms = view->addAction(tr("Message &forms"), Qt::CTRL | Qt::SHIFT | Qt::Key_F, this, &MainWindow::formsRequested);
    view->addSeparator();
    view->addAction(tr("Colours of the &desktop"), this, [this] { Q_EMIT themeRequested(QStringLiteral("auto")); });
    view->addAction(tr("&Light"), this, [this] { Q_EMIT themeRequested(QStringLiteral("light")); });
    view->addAction(tr("D&ark"), this, [this] { Q_EMIT themeRequested(QStringLiteral("dark")); });
    view->addSeparator();
    QMenu* language = view->addMenu(tr("La&nguage"));
    const auto choose = [this](const QString& code) {
        Q_EMIT languageRequested(code);
        auto* box = new QMessageBox(QMessageBox::Information, windowTitle(), tr("The language changes with the next start."),
                                    QMessageBox::Ok, this);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    };
    language->addAction(tr("As the &system"), this, [choose] { choose(QStringLiteral("auto")); });
    language->addAction(QStringLiteral("&Deutsch"), this, [choose] { choose(QStringLiteral("de")); });
    language->addAction(QStringLiteral("&English"), this, [choose] { choose(QStringLiteral("en")); });

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("&Keys"), Qt::Key_F1, this, &MainWindow::keysRequested);
    help->addAction(tr("&About Vorzimmer"), this, [this] {
        auto* box = new QMessageBox(
            QMessageBox::NoIcon, tr("About Vorzimmer"),
            tr("Vorzimmer %1\nReception console for virtual secretaries.\nFree software under the GNU GPL, version 3 or later.")
                .arg(QCoreApplication::applicationVersion()),
            QMessageBox::Ok, this);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    });
}

void MainWindow::setOffers(Offers offers)
{
    m_pause->setVisible(offers.pause);
    m_visit->setVisible(offers.visit);
    m_appointments->setVisible(offers.appointments);
    m_topics->setVisible(offers.topics);
    m_outbox->setVisible(offers.topics);
    m_plan->setVisible(offers.topics);
    m_knowledge->setVisible(offers.topics);
    m_lines->setVisible(offers.setUp);
    m_calendars->setVisible(offers.setUp);
    m_mail->setVisible(offers.setUp);
    m_rules->setVisible(offers.setUp);
    m_forms->setVisible(offers.setUp);
    m_setUp->setVisible(offers.setUp); // what is not visible has no key either
    m_sound->setVisible(offers.sound);
    m_signOut->setVisible(offers.signOut);
}

void MainWindow::setPage(QWidget* page)
{
    if (QWidget* old = takeCentralWidget()) {
        old->hide();
        old->deleteLater();
    }
    setCentralWidget(page);
    page->setFocus();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    Q_EMIT closing();
    QMainWindow::closeEvent(event);
}

} // namespace vorzimmer::widgets
