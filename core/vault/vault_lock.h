// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QLockFile>
#include <memory>

namespace keywork {

/// Beside the file as long as the program has it chosen, also while locked: says on which computer and since when.
/// It supplies the sentence; the kernel's lock on the file itself is the guard.
class VaultLock {
public:
    /// InUse with "COMPUTER|HH:mm" in the detail when another program has it; ReadOnly when the folder can't be written.
    static Result<std::unique_ptr<VaultLock>> take(const QString &vaultPath);

private:
    explicit VaultLock(const QString &path)
        : m_file(path)
    {
    }
    QLockFile m_file;
};

} // namespace keywork
