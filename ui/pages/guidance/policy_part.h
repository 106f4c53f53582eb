// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/policy.h"
#include "core/domain/staff.h"
#include "ui/pages/page.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

struct PolicyReader;

/// What belongs to a version of a policy: that I have read it, who has and who has not, its other versions, the next one, and
/// where the law behind it is explained.
class PolicyPart : public QWidget {
    Q_OBJECT
public:
    PolicyPart(Id<Policy> version, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);

private:
    void fill();
    void addReading(QVBoxLayout *layout, const Kept<Policy> &policy, bool isLatest);
    void addPaperSigned(QVBoxLayout *layout, const QList<PolicyReader> &readers, Id<Staff> me);
    void addVersions(QVBoxLayout *layout, const Kept<Policy> &policy, const QList<Kept<Policy>> &versions);
    void addLinks(QLayout *line, const Kept<Policy> &policy, bool isLatest);
    const Id<Policy> m_version;
    const Services m_services;
    const Navigator m_navigator;
};

/// A link to the page that explains section 8; null when there is none.
QWidget *section8Link(const Navigator &navigator);

} // namespace keywork
