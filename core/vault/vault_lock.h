// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <memory>

namespace keywork {

/// Beside the file as long as the program has it chosen, also while locked: says on which computer and since when.
/// It supplies the sentence; the kernel's lock on the file itself is the guard. It is held by the kernel too and ends with
/// the program however that ends: what a killed program leaves behind keeps nobody out.
class VaultLock {
public:
    /// InUse with "COMPUTER|HH:mm" in the detail when another program has it; ReadOnly when the folder can't be written.
    static Result<std::unique_ptr<VaultLock>> take(const QString &vaultPath);
    ~VaultLock();
    VaultLock(const VaultLock &) = delete;
    VaultLock &operator=(const VaultLock &) = delete;

private:
    VaultLock(QString path, int descriptor)
        : m_path(std::move(path))
        , m_descriptor(descriptor)
    {
    }

    QString m_path;
    int m_descriptor;
};

} // namespace keywork
