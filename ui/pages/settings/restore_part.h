// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/keeping/backups.h"
#include "core/services/keeping/open_hostel.h"
#include "ui/pages/page.h"
#include "ui/widgets/parts.h"

#include <atomic>

namespace keywork {

class Background;

/// What going back to a backup, or to the file kept aside, would take away and bring; then doing it.
class RestorePart : public Card {
    Q_OBJECT
public:
    RestorePart(OpenHostel &hostel, const Navigator &navigator, QWidget *parent = nullptr);
    ~RestorePart() override;
    void look(const QString &path);
    /// For a backup that no password of the team opens.
    void askForKey(const QString &path);
    bool isBusy() const;

private:
    void begin();
    void preview(const OpenHostel::RestoreFrom &from);
    void showPreview(const OpenHostel::RestoreFrom &from, const RestorePreview &preview);
    void restore(const OpenHostel::RestoreFrom &from, bool hasStaff);
    OpenHostel &m_hostel;
    const Services m_services;
    const Navigator m_navigator;
    std::unique_ptr<Background> m_background;
    std::shared_ptr<std::atomic<bool>> m_stop;
};

} // namespace keywork
