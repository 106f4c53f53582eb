// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QTemporaryDir>

namespace keywork::test {

using namespace Qt::StringLiterals;

/// A folder with the demonstration hostel's password in it, and the command line as somebody types it.
struct CommandBench {
    CommandBench() { write(u"pw"_s, "demo-hostel-keywork\n"); }
    QString inFolder(const QString &name) const { return folder.filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(inFolder(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
    }
    int run(const QStringList &arguments)
    {
        out.clear();
        err.clear();
        QTextStream outStream(&out);
        QTextStream errStream(&err);
        const int code = runCommand(arguments, {outStream, errStream});
        outStream.flush();
        errStream.flush();
        return code;
    }
    int runSignedIn(const QStringList &arguments)
    {
        return run(arguments + QStringList{u"--user"_s, u"Demo Manager"_s, u"--password-file"_s, inFolder(u"pw"_s)});
    }

    QTemporaryDir folder;
    QString path = inFolder(u"h.keywork"_s);
    QString out;
    QString err;
};

} // namespace keywork::test
