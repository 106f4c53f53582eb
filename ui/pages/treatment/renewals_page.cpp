// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/treatment/renewals_page.h"

#include "core/services/records/records.h"
#include "ui/forms/date_text.h"
#include "ui/pages/treatment/prescription_prints.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr int kLongestRenewed = 40; // letters of a name in a line
constexpr int kMostConfirmedDays = 84; // house rule: a year that was meant otherwise would keep a gap quiet for months

QString coveredWords(const RenewalLine &line, QDate today)
{
    if (!line.coveredUntil)
        return RenewalsPage::tr("no gap in sight");
    if (*line.coveredUntil < line.script.value.fromOn)
        return RenewalsPage::tr("not confirmed yet");
    return *line.coveredUntil < today ? RenewalsPage::tr("not covered today")
                                      : RenewalsPage::tr("covered to %1").arg(words::weekday(*line.coveredUntil, today));
}
} // namespace

RenewalsPage::RenewalsPage(const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 20);
    layout->setSpacing(12);
    auto *title = wrappingLine(12);
    title->addWidget(label(tr("Prescriptions to renew"), "title"));
    title->addWidget(label(tr("one call a service"), "soft"));
    layout->addLayout(title);
    auto *sheets = new QWidget;
    m_sheets = new QVBoxLayout(sheets);
    m_sheets->setContentsMargins(0, 0, 0, 0);
    m_sheets->setSpacing(12);
    layout->addWidget(sheets);
    layout->addStretch();
    reload();
}

void RenewalsPage::reload()
{
    emptyLayout(m_sheets);
    const auto sheets = m_services.treatment.renewals(m_services.records.today());
    if (!sheets)
        return m_sheets->addWidget(label(words::error(sheets.error()), "problem", true));
    for (const RenewalSheet &sheet : *sheets)
        addSheet(sheet);
    if (sheets->isEmpty())
        m_sheets->addWidget(label(tr("Nobody here has a prescription on file."), "soft", true));
}

void RenewalsPage::addSheet(const RenewalSheet &sheet)
{
    auto *card = new Card(sheet.name.isEmpty() ? tr("No service is named") : words::shortened(sheet.name, kLongestRenewed),
        words::shortened(sheet.telephone, kLongestRenewed));
    const QString id = QString::number(sheet.service.value);
    card->setObjectName(u"sheet-"_s + id);
    auto *top = wrappingLine(8);
    auto *who = new QLineEdit(m_byWhom.value(sheet.service.value));
    who->setObjectName(u"byWhom-"_s + id);
    who->setFixedWidth(Theme::scaled(220));
    connect(
        who, &QLineEdit::textChanged, this, [this, service = sheet.service.value](const QString &text) { m_byWhom.insert(service, text); });
    top->addWidget(titled(
        tr("Who at %1 says so").arg(sheet.name.isEmpty() ? tr("the service") : literal(words::shortened(sheet.name, kLongestRenewed))),
        who));
    pushRight(top);
    if (mayPrintCollections(m_services)) {
        auto *print = button(tr("Print the sheet"), "link");
        print->setObjectName(u"printSheet-"_s + id);
        print->setAccessibleName(tr("Print the sheet: %1").arg(sheet.name));
        connect(print, &QPushButton::clicked, this, [this, sheet] { previewRenewals(this, sheet, m_services, m_navigator); });
        top->addWidget(print);
    }
    card->body()->addLayout(top);
    for (const RenewalLine &line : sheet.lines)
        addLine(card, sheet, line);
    m_sheets->addWidget(card);
}

void RenewalsPage::addLine(Card *card, const RenewalSheet &sheet, const RenewalLine &line)
{
    const auto person = m_services.records.one(line.person);
    if (!person)
        return;
    const QDate today = m_services.records.today();
    const QString name = person->value.displayName();
    const QString id = QString::number(line.script.id.value);
    card->body()->addWidget(rule());
    auto *row = wrappingLine(8);
    auto *open = button(literal(words::shortened(name, kLongestRenewed)), "link");
    open->setObjectName(u"renewalOf-"_s + id);
    connect(open, &QPushButton::clicked, this, [this, who = line.person.value] { m_navigator.visit(residentVisit(who, u"treatment"_s)); });
    row->addWidget(open);
    row->addWidget(label(breakable(words::shortened(line.medicine, kLongestRenewed)), "", Theme::isLarge()));
    row->addWidget(label(coveredWords(line, today), "soft"));
    if (line.confirmed)
        row->addWidget(chip(tr("confirmed to %1, by %2")
                                .arg(words::dayAndMonth(line.confirmed->value.untilOn, today),
                                    words::shortened(line.confirmed->value.byWhom, kLongestRenewed)),
            "done"));
    pushRight(row);
    auto *day = new QLineEdit;
    day->setObjectName(u"confirmedTo-"_s + id);
    day->setFixedWidth(Theme::scaled(110));
    day->setPlaceholderText(tr("14/9, +2w"));
    day->setAccessibleName(tr("Confirmed to: %1").arg(name));
    row->addWidget(titled(tr("Confirmed to"), day));
    auto *press = button(tr("Confirm"));
    press->setObjectName(u"confirm-"_s + id);
    press->setAccessibleName(tr("Confirm: %1").arg(name));
    press->setEnabled(m_services.records.mayAdd(recordType<ScriptConfirmation>()));
    row->addWidget(press);
    card->body()->addLayout(row);
    auto *problem = label({}, "problem", true);
    problem->setObjectName(u"problem-"_s + id);
    problem->hide();
    card->body()->addWidget(problem);
    const auto keep = [this, sheet, line, day, problem] { confirm(sheet, line, day, problem); };
    connect(press, &QPushButton::clicked, this, keep, Qt::QueuedConnection);
    connect(day, &QLineEdit::returnPressed, this, keep, Qt::QueuedConnection);
}

void RenewalsPage::confirm(const RenewalSheet &sheet, const RenewalLine &line, QLineEdit *day, QLabel *problem)
{
    const auto until = dayFromText(day->text(), m_services.records.today(), {DayDirection::Future, 2, 1});
    if (!until)
        return showMessage(problem, tr("Until which day is it confirmed? For example 30/9, fri, +2w."));
    if (m_services.records.today().daysTo(*until) > kMostConfirmedDays)
        return showMessage(problem,
            tr("%1 is more than twelve weeks away. If it is right, write it down in their record, under Treatment, “What the service "
               "confirmed”.")
                .arg(words::date(*until)));
    const QString byWhom = m_byWhom.value(sheet.service.value).trimmed();
    if (byWhom.isEmpty())
        return showMessage(problem, tr("Who at the service said so?"));
    const auto kept = m_services.treatment.confirm(line.script.id, *until, byWhom);
    if (!kept)
        return showMessage(problem, words::error(kept.error()));
    m_navigator.say(tr("Confirmed to %1").arg(words::weekday(*until, m_services.records.today())));
}

} // namespace keywork
