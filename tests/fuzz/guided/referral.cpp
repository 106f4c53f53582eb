// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A file that another house sent: FHIR, or a PDF with FHIR inside.
#include "tests/fuzz/guided/guided.h"
#include "tests/fuzz/promises.h"

using namespace keywork::test;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    hold(brokenByReferral(asArray(data, size), QStringLiteral("tulip anvil morning ladder")));
    return 0;
}
