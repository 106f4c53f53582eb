// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace keywork::test {

/// From now on, in this process and in every child, socket(AF_INET…) and socket(AF_INET6…) end the process at once with a
/// sentence: no test can overlook one. Called by the test programs first of all. False where seccomp is not to be had
/// (another system, a container that forbids it); no_network_test says so.
bool forbidNetworkSockets();
/// Whether the filter is in force in this process.
bool areNetworkSocketsForbidden();

} // namespace keywork::test
