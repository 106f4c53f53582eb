// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/checks/check_parts.h"

#include "core/services/care/timed_checks.h"
#include "core/services/records/records.h"
#include "ui/pages/checks/check_prints.h"
#include "ui/pages/record_print.h"
#include "ui/text/words_checks.h"
#include "ui/widgets/parts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
QString sayCheck(const char *text) { return QCoreApplication::translate("checks", text); }
} // namespace

void addChecksDone(const KeptRow &row, QVBoxLayout *below, const Services &services, const Navigator &navigator)
{
    if (row.row.type != &recordType<CheckSeries>())
        return;
    const auto checks = services.timedChecks.one({row.id});
    if (!checks)
        return;
    below->addWidget(label(sayCheck(QT_TRANSLATE_NOOP("checks", "Checks done")), "cardTitle"));
    below->addWidget(label(words::whenChecked(*checks, services.records.clock()), "strong", true));
    for (const MissedChecks &missed : checks->missed)
        below->addWidget(label(words::checksMissed(missed, services.records.clock()), "strong", true));
    if (checks->checks.isEmpty())
        below->addWidget(label(sayCheck(QT_TRANSLATE_NOOP("checks", "None was written down.")), "soft", true));
    for (const Kept<TimedCheck> &check : checks->checks)
        below->addWidget(label(breakable(words::checkDone(check.value, check.createdBy, services)), "", true));
    const Id<Person> person = checks->series.value.personId;
    if (!person || !mayTakeAlong(services))
        return;
    auto *print = button(sayCheck(QT_TRANSLATE_NOOP("checks", "Print all their checks")), "link");
    print->setObjectName(u"printChecks"_s);
    QObject::connect(
        print, &QPushButton::clicked, print, [person, services, navigator] { previewPersonsChecks(person, services, navigator); });
    below->addWidget(print, 0, Qt::AlignLeft);
}

void addStartOfChecks(QVBoxLayout *below, const Services &services, const std::function<void(const QVariantMap &start)> &begin)
{
    auto *start = button(sayCheck(QT_TRANSLATE_NOOP("checks", "Start timed checks")));
    start->setObjectName(u"startChecks"_s);
    start->setEnabled(services.records.mayAdd(recordType<CheckSeries>()));
    const QVariantMap with{{u"reason"_s, QString::fromLatin1(codeOf(CheckReason::Intoxicated))}};
    QObject::connect(
        start, &QPushButton::clicked, start, [begin, with] { begin(with); }, Qt::QueuedConnection);
    below->addWidget(start, 0, Qt::AlignLeft);
}

std::optional<RecordRef> seriesOfCheck(const RecordRef &record, const Services &services)
{
    if (record.kind != QLatin1String(recordType<TimedCheck>().table))
        return {};
    const auto check = services.records.one(Id<TimedCheck>{record.id});
    if (!check)
        return {};
    return RecordRef{QString::fromLatin1(recordType<CheckSeries>().table), check->value.seriesId.value};
}

} // namespace keywork
