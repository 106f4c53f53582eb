// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define CATCH_CONFIG_RUNNER
#if __has_include(<catch2/catch_session.hpp>)
#include <catch2/catch_session.hpp>
#else
#include <catch2/catch.hpp>
#endif

#include "tests/support/no_network.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    keywork::test::forbidNetworkSockets();
    const QCoreApplication application(argc, argv);
    return Catch::Session().run(argc, argv);
}
