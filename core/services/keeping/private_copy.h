// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QTemporaryDir>
#include <functional>
#include <memory>

namespace keywork {

class VaultLock;

/// A vault and its journal in a folder of their own, to read what may not be written to. Both are ciphertext, so the copy
/// gives nothing away; it goes with the object.
class PrivateCopy {
public:
    /// `beside`: a folder with room for it; empty: the system's for passing files. NotFound, NoRoom, Cancelled.
    static Result<PrivateCopy> of(const QString &vaultPath, const QString &beside = {}, const std::function<bool()> &shouldStop = {});
    const QString &path() const { return m_path; }
    /// Takes away what programs that were killed left in the folder; what a living one holds stays. Each new copy does so
    /// where it is made, so that no more than one of them is ever left.
    static void clearRemains(const QString &folder);
    PrivateCopy(); ///< of nothing: what a Result that failed holds
    PrivateCopy(PrivateCopy &&) noexcept;
    ~PrivateCopy();

private:
    PrivateCopy(std::unique_ptr<QTemporaryDir> place, std::unique_ptr<VaultLock> held, QString path);
    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<VaultLock> m_held; // goes before the place it lies in
    QString m_path;
};

} // namespace keywork
