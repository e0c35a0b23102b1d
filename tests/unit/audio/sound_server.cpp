#include "gst.h"

#include "sound_server.h"

#include <catch2/catch.hpp>

#include <QElapsedTimer>
#include <QFile>
#include <QThread>

namespace vorzimmer::audio {

namespace {

GstElement* playing(const std::string& text)
{
    gst_init(nullptr, nullptr);
    GstElement* pipeline = gst_parse_launch(text.c_str(), nullptr);
    REQUIRE(pipeline);
    gst_element_set_state(pipeline, GST_STATE_PLAYING);
    return pipeline;
}

void end(GstElement* pipeline)
{
    gst_element_set_state(pipeline, GST_STATE_NULL);
    gst_object_unref(pipeline);
}

} // namespace

SoundServer::SoundServer()
{
    const QString socket = m_folder.filePath(QStringLiteral("socket"));
    QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME"})
        own.insert(QLatin1String(name), m_folder.path());
    own.remove(QStringLiteral("PULSE_SERVER"));
    m_server.setProcessEnvironment(own);
    m_server.setStandardErrorFile(QProcess::nullDevice());
    m_server.setStandardOutputFile(QProcess::nullDevice());
    // Dies with the test, whatever becomes of it.
    m_server.start(QStringLiteral("setpriv"),
                   {QStringLiteral("--pdeathsig"), QStringLiteral("TERM"), QStringLiteral("pulseaudio"),
                    QStringLiteral("-n"), QStringLiteral("--daemonize=no"), QStringLiteral("--exit-idle-time=-1"),
                    QStringLiteral("--use-pid-file=no"), QStringLiteral("--disable-shm=yes"), QStringLiteral("-L"),
                    QStringLiteral("module-native-protocol-unix auth-anonymous=1 socket=") + socket, QStringLiteral("-L"),
                    QStringLiteral("module-null-sink sink_name=mouth sink_properties=device.description=Mouth")});
    REQUIRE(m_server.waitForStarted());
    QElapsedTimer since;
    since.start();
    while (!QFile::exists(socket) && since.elapsed() < 10000)
        QThread::msleep(20);
    REQUIRE(QFile::exists(socket));
    qputenv("PULSE_SERVER", "unix:" + socket.toLocal8Bit());
}

SoundServer::~SoundServer()
{
    qunsetenv("PULSE_SERVER");
    m_server.terminate();
    m_server.waitForFinished();
}

QString SoundServer::control(const QStringList& words) const
{
    QProcess control;
    control.start(QStringLiteral("pactl"), words);
    REQUIRE(control.waitForFinished());
    return QString::fromUtf8(control.readAllStandardOutput()).trimmed();
}

int SoundServer::plug(const QString& module)
{
    const int number = control(QStringList{QStringLiteral("load-module")} + module.split(QLatin1Char(' '))).toInt();
    REQUIRE(number > 0);
    return number;
}

void SoundServer::unplug(int number)
{
    static_cast<void>(control({QStringLiteral("unload-module"), QString::number(number)}));
}

int SoundServer::plugLoudspeaker(const QString& name)
{
    return plug(QStringLiteral("module-null-sink sink_name=%1 sink_properties=device.description=%1").arg(name));
}

int SoundServer::plugMicrophone(const QString& name)
{
    return plug(
        QStringLiteral("module-remap-source master=mouth.monitor source_name=%1 source_properties=device.description=%1")
            .arg(name));
}

Overhearing::Overhearing(const QString& loudspeaker)
{
    m_pipeline = playing("pulsesrc device=" + loudspeaker.toStdString() +
                         ".monitor ! audioconvert ! audioresample ! audio/x-raw,format=S16LE,channels=1,rate=48000 ! "
                         "appsink name=ear sync=false");
    m_ear.listenTo(m_pipeline);
}

Overhearing::~Overhearing()
{
    end(m_pipeline);
}

Mouth::Mouth()
    : m_pipeline(playing(
          "audiotestsrc is-live=true wave=ticks freq=700 tick-interval=150000000 volume=0.5 ! pulsesink device=mouth"))
{
}

Mouth::~Mouth()
{
    end(m_pipeline);
}

} // namespace vorzimmer::audio
