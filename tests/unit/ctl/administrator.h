#pragma once

#include <QByteArray>
#include <QStringList>
#include <QTemporaryDir>

#include <string>

namespace vorzimmer::test {

/// What the program said and how it ended.
struct Answer {
    int code = -1;
    std::string out;
    std::string err;
};

/// Somebody at a shell with a folder of her own and the real vorzimmer-ctl.
class Administrator {
public:
    Administrator();

    /// Runs the program on the bureau "data"; @p input is its standard input.
    Answer run(const QStringList& arguments, const QByteArray& input = {});
    /// Runs it with exactly these arguments.
    Answer runBare(const QStringList& arguments, const QByteArray& input = {});

    /// Writes a file beside the bureau and returns its path.
    QString write(const QString& name, const QByteArray& content);
    [[nodiscard]] QByteArray read(const QString& name) const;
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    /// The files of the bureau with their sizes.
    [[nodiscard]] QStringList bureauFiles() const;

private:
    QTemporaryDir m_folder;
};

/// A small practice; with another key and number it is somebody else.
[[nodiscard]] QByteArray practice(const QByteArray& key = "praxis", const QByteArray& number = "+49 30 23125 010");
[[nodiscard]] QByteArray bureau();

} // namespace vorzimmer::test
