// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch_runner.h"
#include "tests/support/no_network.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    keywork::test::forbidNetworkSockets();
    const QCoreApplication application(argc, argv);
    return keywork::test::runTests(argc, argv);
}
