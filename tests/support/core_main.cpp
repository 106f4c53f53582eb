// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define CATCH_CONFIG_RUNNER
#if __has_include(<catch2/catch_session.hpp>)
#include <catch2/catch_session.hpp>
#else
#include <catch2/catch.hpp>
#endif

#include <QCoreApplication>

int takePeopleInForEver(const QString &path); // tests/faults/kill_test.cpp

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc == 3 && QByteArray(argv[1]) == "--take-people-in")
        return takePeopleInForEver(QString::fromLocal8Bit(argv[2]));
    return Catch::Session().run(argc, argv);
}
