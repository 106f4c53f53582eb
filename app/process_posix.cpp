// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process.h"

#include <QDir>
#include <QFileInfo>
#include <csignal>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace keywork {

void hardenProcess()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    umask(0077);
    // Where files may grow no further (ulimit -f) a write says so, as on a full disk, and nothing is left half written.
    std::signal(SIGXFSZ, SIG_IGN);
    if (!qEnvironmentVariableIsSet("XDG_RUNTIME_DIR")) {
        const QString own = QDir::tempPath() + QStringLiteral("/keywork-runtime-") + QString::number(getuid());
        QDir().mkpath(own);
        if (QFileInfo(own).ownerId() == getuid())
            qputenv("XDG_RUNTIME_DIR", own.toLocal8Bit());
    }
    const QByteArray runtime = qgetenv("XDG_RUNTIME_DIR");
    if (QFileInfo(QString::fromLocal8Bit(runtime)).isWritable())
        qputenv("TMPDIR", runtime);
}

bool errIsTerminal() { return isatty(STDERR_FILENO) == 1; }

} // namespace keywork
