// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch_runner.h"
#include "tests/support/no_network.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QTemporaryDir>

int main(int argc, char **argv)
{
    keywork::test::forbidNetworkSockets();
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QTemporaryDir own; // what a PC has seen of a file: another test may have gone on with a copy of the same one
    qputenv("XDG_DATA_HOME", own.path().toUtf8());
    QApplication application(argc, argv);
    keywork::Theme::apply(application, keywork::Theme::Kind::Light, 100);
    return keywork::test::runTests(argc, argv);
}
