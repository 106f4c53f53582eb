// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/file_question.h"

#include "core/services/keeping/hostel_file.h"

#include <QAbstractFileIconProvider>
#include <QApplication>
#include <QFileDialog>
#include <QLineEdit>
#include <QSettings>
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

} // namespace

void askForFile(QWidget *parent, const FileQuestion &question, std::function<void(const QString &path)> answered)
{
    // Qt would keep the folders that somebody looked into, names and all, in a file of its own.
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, QStringLiteral("/dev/null"));
    static PlainIcons icons; // outlives every dialog, as the dialog demands
    auto *dialog = new QFileDialog(parent, question.title, question.name, question.filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    dialog->setIconProvider(&icons);
    dialog->setDefaultSuffix(question.suffix);
    dialog->setAcceptMode(question.wanted == FileQuestion::Wanted::NewFile ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    if (question.wanted == FileQuestion::Wanted::Folder)
        dialog->setFileMode(QFileDialog::Directory);
    else if (question.wanted == FileQuestion::Wanted::File)
        dialog->setFileMode(QFileDialog::ExistingFile);
    // Enter in Qt's own suggestions closes the dialog without an answer.
    if (auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit")))
        name->setCompleter(nullptr);
    // Queued: what follows may lock, and locking deletes every dialog, also the one that still answers.
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(answered), Qt::QueuedConnection);
    dialog->open();
}

} // namespace keywork
