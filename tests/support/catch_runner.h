// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace keywork::test {

/// Runs the tests that the command line names, all of them without a name; returns the exit code.
int runTests(int argc, char **argv);

} // namespace keywork::test
