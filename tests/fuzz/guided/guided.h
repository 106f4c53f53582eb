// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

// A target of libFuzzer: one function that takes any bytes. What ends the program is a finding.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace keywork::test {

inline QByteArray asArray(const uint8_t *data, size_t size) { return {reinterpret_cast<const char *>(data), qsizetype(size)}; }

/// Ends the program when something does not hold, so that the input is kept.
inline void hold(const QStringList &broken)
{
    if (broken.isEmpty())
        return;
    std::fprintf(stderr, "does not hold: %s\n", qPrintable(broken.join(QStringLiteral("; "))));
    std::abort();
}
inline void hold(bool holds, const char *otherwise)
{
    if (!holds)
        hold(QStringList{QString::fromUtf8(otherwise)});
}

} // namespace keywork::test
