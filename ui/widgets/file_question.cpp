// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/file_question.h"

#include "core/services/keeping/hostel_file.h"

#include <QAbstractFileIconProvider>
#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QSettings>
#include <QStandardPaths>
#include <QStyle>

namespace keywork {

namespace {

/// Tells folders from files and looks no further: Qt's own reads into every file to guess its kind, and closing the
/// hostel's file again would drop SQLite's lock on it.
class PlainIcons : public QAbstractFileIconProvider {
public:
    QIcon icon(IconType type) const override { return iconFor(type == Folder || type == Drive); }
    QIcon icon(const QFileInfo &info) const override { return iconFor(info.isDir()); }
    QString type(const QFileInfo &info) const override { return info.isDir() ? QFileDialog::tr("Folder") : info.suffix(); }

private:
    static QIcon iconFor(bool folder) { return QApplication::style()->standardIcon(folder ? QStyle::SP_DirIcon : QStyle::SP_FileIcon); }
};

/// Where somebody looked last since the program began; nothing of it is kept.
QString &lastFolder()
{
    static QString folder;
    return folder;
}

/// What the system clears away is no place to keep anything.
bool isTemporary(const QString &folder)
{
    const QString temporary = QDir(QDir::tempPath()).canonicalPath();
    const QString real = QDir(folder).canonicalPath();
    return real == temporary || real.startsWith(temporary + u'/');
}

void rememberFolder(const QString &path)
{
    const QFileInfo chosen(path);
    const QString folder = chosen.isDir() ? chosen.absoluteFilePath() : chosen.absolutePath();
    if (!isTemporary(folder))
        lastFolder() = folder;
}

} // namespace

QString folderToBeginIn()
{
    const QString last = lastFolder();
    if (!last.isEmpty() && QFileInfo(last).isDir() && !isTemporary(last))
        return last;
    for (const auto place : {QStandardPaths::DocumentsLocation, QStandardPaths::HomeLocation})
        if (const QString folder = QStandardPaths::writableLocation(place); QFileInfo(folder).isDir())
            return folder;
    return QDir::homePath();
}

void askForFile(QWidget *parent, const FileQuestion &question, std::function<void(const QString &path)> answered)
{
    // Qt would keep the folders that somebody looked into, names and all, in a file of its own.
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, QStringLiteral("/dev/null"));
    static PlainIcons icons; // outlives every dialog, as the dialog demands
    auto *dialog = new QFileDialog(parent, question.title, folderToBeginIn(), question.filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    dialog->setIconProvider(&icons);
    dialog->setDefaultSuffix(question.suffix);
    dialog->setAcceptMode(question.wanted == FileQuestion::Wanted::NewFile ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    if (question.wanted == FileQuestion::Wanted::Folder)
        dialog->setFileMode(QFileDialog::Directory);
    else if (question.wanted == FileQuestion::Wanted::File)
        dialog->setFileMode(QFileDialog::ExistingFile);
    if (!question.name.isEmpty())
        dialog->selectFile(question.name);
    // Enter in Qt's own suggestions closes the dialog without an answer.
    if (auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit")))
        name->setCompleter(nullptr);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, &rememberFolder);
    // Queued: what follows may lock, and locking deletes every dialog, also the one that still answers.
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(answered), Qt::QueuedConnection);
    dialog->open();
}

} // namespace keywork
