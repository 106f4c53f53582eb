// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_test_macros.hpp>
#else
#include <catch2/catch.hpp>
#endif

#include <QString>
#include <ostream>

// So that a failing comparison shows the text.
inline std::ostream &operator<<(std::ostream &out, const QString &text) { return out << '"' << text.toStdString() << '"'; }
