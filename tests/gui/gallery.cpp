// Shows a composed desk with sample data and saves a picture of it, for looking at and for comparing.
// gallery OUT.png [--size 1280x720] [--theme light|dark] [--language de|en] [--form none|message|put-through|email] [--desk practice|english]
//                 [--state known|unknown|withheld|shared|offered] [--keys] [--time]

#include "call_list_pane.h"
#include "desk_view.h"
#include "keys_overlay.h"
#include "sample_desk.h"
#include "status_line.h"
#include "tenant_strip.h"
#include "theme.h"
#include "vorzimmer/models/language.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QMainWindow>
#include <QSplitter>
#include <QTextStream>
#include <QTimer>
#include <QVBoxLayout>

using namespace vorzimmer;
using namespace vorzimmer::widgets;

namespace {

void pretend(samples::Desk& desk, const QString& state)
{
    if (state == QLatin1String("unknown") || state == QLatin1String("withheld"))
        desk.sheet.callers.clear();
    if (state == QLatin1String("withheld")) {
        desk.facts.anonymous = true;
        desk.facts.number = {};
        desk.facts.presented.clear();
    }
    if (state == QLatin1String("shared")) {
        desk.sheet.callers.push_back(samples::caller(QStringLiteral("Jonas Albers"), domain::Relation::Family, QStringLiteral("+4917655501187")));
        desk.sheet.callers.push_back(samples::caller(QStringLiteral("Praxis Dr. Vogt"), domain::Relation::Supplier, QStringLiteral("+4917655501187")));
    }
    if (state == QLatin1String("offered"))
        desk.facts.state = ports::CallState::Offered;
}

void openForm(DeskView& view, const QString& form)
{
    if (form == QLatin1String("message"))
        view.open(domain::Action::TakeMessage);
    else if (form == QLatin1String("put-through"))
        view.open(domain::Action::PutThrough);
    else if (form == QLatin1String("email"))
        view.open(domain::Action::RedirectToEmail);
}

DeskView* compose(QWidget* frame, const samples::Desk& desk)
{
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* strip = new TenantStrip(desk.sheet.profile, samples::now());
    strip->setSeat(QStringLiteral("Platz 3 · Jana Richter"));
    auto* calls = new CallListPane;
    calls->setNow(samples::now());
    calls->setWaiting(samples::waiting());
    calls->setOwn(samples::own());
    calls->setToday(samples::today(), 31);
    auto* view = new DeskView(desk.sheet, desk.facts, desk.advice, desk.note);
    auto* status = new StatusLine;
    status->setLine(ports::BackendState::Up);
    ports::BoardStatus board;
    board.state = ports::BoardState::UpToDate;
    board.lastSync = samples::now().addSecs(-61);
    status->setBoard(board);
    status->showSaved(samples::now());
    auto* split = new QSplitter;
    split->setContentsMargins(em(frame, 0.6), em(frame, 0.6), em(frame, 0.6), em(frame, 0.6));
    split->setHandleWidth(em(frame, 0.6));
    split->addWidget(calls);
    split->addWidget(view);
    split->setStretchFactor(1, 1);
    split->setSizes({em(frame, 17), em(frame, 90)});
    column->addWidget(strip);
    column->addWidget(split, 1);
    column->addWidget(status);
    view->showSaved(samples::now());
    return view;
}

/// What the program does between a call's arrival and its picture.
void timeOneDesk(const samples::Desk& desk, const QSize& size)
{
    constexpr int rounds = 20;
    QElapsedTimer clock;
    clock.start();
    for (int round = 0; round < rounds; ++round) {
        DeskView view(desk.sheet, desk.facts, desk.advice, desk.note);
        view.resize(size);
        view.show();
        (void)view.grab();
    }
    QTextStream(stdout) << "one desk built and painted: " << static_cast<double>(clock.elapsed()) / rounds << " ms\n";
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QCommandLineParser options;
    const auto option = [&](const char* name, const char* standard) {
        options.addOption({QString::fromLatin1(name), QString(), QStringLiteral("value"), QString::fromLatin1(standard)});
    };
    option("size", "1280x720");
    option("theme", "light");
    option("language", "de");
    option("form", "message");
    option("desk", "practice");
    option("state", "known");
    options.addOption({QStringLiteral("keys"), QString()});
    options.addOption({QStringLiteral("time"), QString()});
    options.addHelpOption();
    options.process(application);
    const auto value = [&](const char* name) { return options.value(QString::fromLatin1(name)); };

    models::speak(QLocale(value("language")));
    applyTheme(application, value("theme") == QLatin1String("dark") ? ThemeChoice::Dark : ThemeChoice::Light);
    samples::Desk desk = value("desk") == QLatin1String("english") ? samples::englishPractice() : samples::practice();
    pretend(desk, value("state"));

    QMainWindow window;
    auto* frame = new QWidget;
    DeskView* view = compose(frame, desk);
    window.setCentralWidget(frame);
    const QStringList size = value("size").split(QLatin1Char('x'));
    window.resize(size.value(0).toInt(), size.value(1).toInt());
    window.show();
    openForm(*view, value("form"));
    if (options.isSet(QStringLiteral("keys")))
        (new KeysOverlay(KeysOverlay::deskKeys(KeysOverlay::Reader::Supervisor), &window))->show();
    bool saved = true;
    // Not before the event loop has laid everything out.
    QTimer::singleShot(std::chrono::milliseconds(200), &window, [&] {
        const QStringList files = options.positionalArguments();
        saved = files.isEmpty() || window.grab().save(files.first());
        if (options.isSet(QStringLiteral("time")))
            timeOneDesk(desk, view->size());
        QApplication::quit();
    });
    QApplication::exec();
    return saved ? 0 : 1;
}
