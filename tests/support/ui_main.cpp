// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch_runner.h"
#include "tests/support/no_network.h"
#include "ui/theme/theme.h"

#include <QApplication>

int main(int argc, char **argv)
{
    keywork::test::forbidNetworkSockets();
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    keywork::Theme::apply(application, keywork::Theme::Kind::Light, 100);
    return keywork::test::runTests(argc, argv);
}
