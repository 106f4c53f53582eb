// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/qt_messages.h"

#include "app/commands/commands.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>

namespace keywork {

namespace {

std::atomic<bool> hasStarted = false;

void sayPlainly(const QString &text)
{
    std::fputs((text + u'\n').toUtf8().constData(), stderr);
    std::fflush(stderr);
}

void handle(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (qEnvironmentVariableIsSet("KEYWORK_QT_MESSAGES"))
        sayPlainly(text);
    if (type != QtFatalMsg)
        return;
    if (hasStarted) {
        sayPlainly(text); // Qt aborts
        return;
    }
    sayPlainly(said("Keywork's window needs a display, and there is none here, or it can't be reached. “keywork --help” lists what can be "
                    "done without a window."));
    std::_Exit(Failed);
}

} // namespace

void keepQtQuiet() { qInstallMessageHandler(handle); }
void qtHasStarted() { hasStarted = true; }

} // namespace keywork
