// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/keeping/backups.h"
#include "core/services/keeping/open_hostel.h"
#include "ui/pages/page.h"

#include <atomic>
#include <optional>

QT_BEGIN_NAMESPACE
class QTableWidget;
QT_END_NAMESPACE

namespace keywork {

class Background;
class Card;
class RestorePart;

/// What is kept safe where, making a backup now, and going back to one.
class BackupsPage : public Page {
    Q_OBJECT
public:
    BackupsPage(OpenHostel &hostel, const Navigator &navigator, QWidget *parent = nullptr);
    ~BackupsPage() override;
    void reload() override;
    bool isBusy() const;

private:
    void buildState();
    void buildList();
    void choosePlace();
    void backUp(const BackupWish &wish);
    void takeOut();
    void buildAside();
    void removeAside(const QString &path);
    void showBusy(const QString &sentence);
    std::unique_ptr<Background> m_background;
    std::shared_ptr<std::atomic<bool>> m_stop;
    Card *m_state = nullptr;
    Card *m_list = nullptr;
    Card *m_takeOut = nullptr;
    RestorePart *m_restore = nullptr;
};

} // namespace keywork
