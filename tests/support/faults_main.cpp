// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/cipher_vfs.h"
#include "core/vault/memory_watch.h"
#include "tests/faults/allocation_faults.h"
#include "tests/faults/fault_vfs.h"
#include "tests/support/catch_runner.h"

#include <QCoreApplication>
#include <cstdio>

using namespace keywork;

int main(int argc, char **argv)
{
    // The first to touch SQLite: its allocator and what lies beneath the cipher VFS can't be changed later.
    if (!watchSqliteMemory() || !test::installAllocationFaults() || !test::registerFaultVfs() || !registerCipherVfs(test::kFaultVfsName)) {
        std::fputs("the faults can't be put beneath SQLite\n", stderr);
        return 1;
    }
    const QCoreApplication application(argc, argv);
    return test::runTests(argc, argv);
}
