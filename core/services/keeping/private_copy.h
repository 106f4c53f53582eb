// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QTemporaryDir>
#include <functional>
#include <memory>

namespace keywork {

/// A vault and its journal in a folder of their own, to read what may not be written to. Both are ciphertext, so the copy
/// gives nothing away; it goes with the object.
class PrivateCopy {
public:
    /// `beside`: a folder with room for it; empty: the system's for passing files. NotFound, NoRoom, Cancelled.
    static Result<PrivateCopy> of(const QString &vaultPath, const QString &beside = {}, const std::function<bool()> &shouldStop = {});
    const QString &path() const { return m_path; }
    /// The folders' names: what a program that was killed left can be found by them.
    inline static const QString kNamePattern = QStringLiteral("keywork-look-*");

private:
    PrivateCopy(std::unique_ptr<QTemporaryDir> place, QString path)
        : m_place(std::move(place))
        , m_path(std::move(path))
    {
    }
    std::unique_ptr<QTemporaryDir> m_place;
    QString m_path;
};

} // namespace keywork
