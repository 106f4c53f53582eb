// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/audit.h"
#include "core/services/keeping/backups.h"
#include "core/services/keeping/restrictions.h"
#include "core/services/keeping/retention.h"
#include "core/services/records/records.h"
#include "ui/pages/today/today_page.h"
#include "ui/pages/today/unsaved.h"
#include "ui/pages/today/watch_lines.h"
#include "ui/text/words_trust.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QTimer>
#include <algorithm>

// What the program itself has to say above the lines of the rules: about the file, the clock, and what waits for a second person.

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr int kShownUnsaved = 5;
} // namespace

void TodayPage::addNotice(const QString &title, const QString &sentence, const Visit &where, const QString &open)
{
    ++m_notices;
    auto *line = columnsOrRows(Theme::isLarge() ? 4 : 12);
    auto *sentences = new QVBoxLayout;
    sentences->setSpacing(2);
    addWatchKind(line, sentences, title, "attention");
    sentences->addWidget(label(sentence, "", true));
    line->addLayout(sentences, 1);
    if (!where.place.isEmpty()) {
        auto *go = button(open);
        go->setAccessibleName(open + u": "_s + title);
        connect(go, &QPushButton::clicked, this, [this, where] { m_navigator.visit(where); });
        line->addWidget(go, 0, Qt::AlignTop | Qt::AlignLeft);
    }
    m_notes->addLayout(line);
    m_notes->addWidget(rule());
}

void TodayPage::addNotices()
{
    m_notices = 0;
    addWarnings();
    if (const QString head = words::headCopies(m_hostel.headCopies()); !head.isEmpty())
        addNotice(tr("This file"), head, {}, {});
    addClock();
    if (!m_services.backups.lastGood().isValid()) // that the last one is long ago is a rule's line
        addNotice(tr("Backup"), tr("There is no backup yet. One is made when the window is closed."),
            m_services.records.session().manages() ? Visit{.place = u"backups"_s} : Visit(), tr("Backups"));
    if (m_services.retention.mayApprove())
        if (const auto waiting = m_services.retention.waiting(); waiting && !waiting->isEmpty())
            addNotice(tr("Erasure"), tr("Records to be erased that wait for a second person: %1.").arg(waiting->size()),
                {.place = u"retention"_s}, tr("Look"));
    addOpenings();
    for (const Unsaved &unsaved : unsavedWork(m_services).mid(0, kShownUnsaved))
        addNotice(tr("Not saved"), tr("%1: you typed this and did not save it yet.").arg(unsaved.what), unsaved.where, tr("Open"));
}

void TodayPage::addWarnings()
{
    const QList<FileWarning> &warnings = m_hostel.warnings();
    for (const bool damageFirst : {true, false})
        for (const FileWarning &warning : warnings)
            if ((warning.kind == FileWarning::Kind::Damaged) == damageFirst)
                addWarning(warning);
    const bool isInDoubt = std::any_of(warnings.cbegin(), warnings.cend(), [](const FileWarning &warning) {
        return warning.kind != FileWarning::Kind::Damaged && warning.kind != FileWarning::Kind::HistoryChanged;
    });
    if (!isInDoubt || !m_services.records.session().manages())
        return;
    auto *known = button(tr("I know why: &go on with this file"));
    known->setObjectName(u"acceptFile"_s);
    known->setToolTip(tr("Until then everybody is told at each sign-in"));
    connect(known, &QPushButton::clicked, this, [this] {
        const Done accepted = m_hostel.acceptFile();
        m_navigator.answer(accepted, tr("Saved"));
        QTimer::singleShot(0, this, &TodayPage::reload); // it takes this button down
    });
    m_notes->addWidget(known, 0, Qt::AlignRight);
}

/// The line itself is a rule's, which stands below; here is the way out of it.
void TodayPage::addClock()
{
    if (!m_services.records.clock().isBehind() || !m_services.records.session().manages())
        return;
    auto *right = button(tr("The clock is right &now"));
    right->setObjectName(u"acceptClock"_s);
    right->setToolTip(tr("When the clock was ahead before. What was written down then counts no more for what has ended."));
    connect(right, &QPushButton::clicked, this, [this] {
        const Done accepted = m_hostel.acceptClock();
        m_navigator.answer(accepted, tr("Saved"));
        QTimer::singleShot(0, this, &TodayPage::reload); // it takes this button down
    });
    m_notes->addWidget(right, 0, Qt::AlignRight);
}

void TodayPage::addWarning(const FileWarning &warning)
{
    const bool isDamage = warning.kind == FileWarning::Kind::Damaged;
    const bool mayOpen = isDamage ? m_services.records.session().manages() : m_services.audit.mayRead();
    const Visit where{.place = isDamage ? u"backups"_s : u"audit"_s};
    addNotice(tr("This file"), words::fileWarning(warning), mayOpen ? where : Visit(), isDamage ? tr("Backups") : tr("Audit"));
}

void TodayPage::addOpenings()
{
    const auto openings = m_services.restrictions.toReview();
    const auto team = m_services.audit.staff();
    for (const Kept<RestrictedOpening> &opening : openings ? *openings : QList<Kept<RestrictedOpening>>()) {
        QString who;
        for (const auto &[id, name] : team ? *team : QList<QPair<Id<Staff>, QString>>())
            if (id == opening.value.openedBy)
                who = name;
        const auto person = m_services.records.one(opening.value.personId);
        const QString whose = person ? person->value.displayName() + u" · "_s + person->value.number : QString();
        addNotice(tr("Restricted"), tr("%1 opened the restricted record of %2: “%3”").arg(who, whose, opening.value.reason),
            residentVisit(opening.value.personId.value, u"history"_s), tr("Open"));
        auto *looked = button(tr("I have looked at it"));
        looked->setObjectName(u"reviewOpening"_s);
        connect(looked, &QPushButton::clicked, this, [this, id = opening.id] {
            const Done reviewed = m_services.restrictions.review(id, {});
            m_navigator.answer(reviewed, tr("Saved"));
        });
        m_notes->addWidget(looked, 0, Qt::AlignRight);
    }
}

} // namespace keywork
