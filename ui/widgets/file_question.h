// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace keywork {

/// What a file dialog asks for. Never the system's own dialog: those write lists of recent files.
struct FileQuestion {
    enum class Wanted { File, NewFile, Folder };
    QString title;
    Wanted wanted = Wanted::File;
    QString name = {}; ///< offered for a new file
    QString filter = {}; ///< "CSV files (*.csv)"
    QString suffix = {}; ///< added when none was typed
};

/// Where the next dialog begins: the folder that was chosen last since the program began, else that of documents; never the
/// folder for temporary files.
QString folderToBeginIn();
/// Asks without blocking; `answered` comes after the dialog is closed, and not at all when it is cancelled.
void askForFile(QWidget *parent, const FileQuestion &question, std::function<void(const QString &path)> answered);

} // namespace keywork
