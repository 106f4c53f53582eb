// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A form that a manager brings along.
#include "tests/fuzz/guided/guided.h"
#include "tests/fuzz/promises.h"

using namespace keywork::test;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    hold(brokenByForm(asArray(data, size)));
    return 0;
}
