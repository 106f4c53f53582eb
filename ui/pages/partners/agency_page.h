// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agency.h"
#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

class Card;
class RecordTable;

/// Everything about one agency at a glance, while on the telephone.
class AgencyPage : public Page {
    Q_OBJECT
public:
    AgencyPage(Id<Agency> agency, const std::function<void()> &edit, const Services &services, const Navigator &navigator,
        QWidget *parent = nullptr);
    void reload() override;

private:
    void addServices(Card *card);
    void addPeople(Card *card);
    void addJointWorking(Card *card);
    void addMeetings(Card *card);
    void addSharing(Card *card);
    const Id<Agency> m_agency;
    const std::function<void()> m_edit;
    QVBoxLayout *m_body = nullptr;
    RecordTable *m_shared = nullptr; ///< made once
};

} // namespace keywork
