// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/appointments/week_page.h"

#include "core/record/row_text.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/services/sharing/disclosures.h"
#include "ui/forms/password_again.h"
#include "ui/print/appointments_document.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/parts.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QPushButton *named(QPushButton *made, const char *name)
{
    made->setObjectName(QString::fromLatin1(name));
    return made;
}

void setKey(QPushButton *made, const QKeySequence &keys)
{
    made->setShortcut(keys);
    made->setToolTip(keys.toString(QKeySequence::NativeText));
}

} // namespace

WeekPage::WeekPage(const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
    , m_day(services.records.today())
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 20);
    layout->setSpacing(12);
    layout->addLayout(buildTitle());
    layout->addLayout(buildSteps());
    auto *place = new QWidget;
    m_days = new QVBoxLayout(place);
    m_days->setContentsMargins(0, 0, 0, 0);
    m_days->setSpacing(10);
    layout->addWidget(ownScroll(place, Sideways::Never), 1);
    m_list = new AppointmentList(AppointmentRow::Shown::OfHouse, services, navigator, this);
    connect(m_list, &AppointmentList::opened, this, [this](const Kept<Appointment> &known) {
        m_navigator.visit(residentVisit(known.value.personId.value, u"appointments"_s, {u"appointment"_s, known.id.value}));
    });
    reload();
    m_list->focusFirst();
}

QLayout *WeekPage::buildTitle()
{
    auto *line = wrappingLine(8);
    line->addWidget(label(tr("Appointments"), "title"));
    m_range = label({}, "soft");
    m_range->setObjectName(u"range"_s);
    line->addWidget(m_range);
    pushRight(line);
    if (m_services.records.session().may(Act::Export, Category::Treatment)) {
        auto *csv = named(button(tr("&Export CSV")), "exportCsv");
        connect(csv, &QPushButton::clicked, this, &WeekPage::exportCsv);
        line->addWidget(csv);
        auto *paper = named(button(tr("P&rint")), "printWeek");
        connect(paper, &QPushButton::clicked, this, &WeekPage::print);
        line->addWidget(paper);
    }
    return line;
}

QLayout *WeekPage::buildSteps()
{
    auto *line = new FlowLayout(8);
    m_week = named(button(tr("&Week"), "pill"), "showWeek");
    m_oneDay = named(button(tr("&Day"), "pill"), "showDay");
    for (QPushButton *pill : {m_week, m_oneDay}) {
        pill->setCheckable(true);
        pill->setAutoExclusive(true);
        line->addWidget(pill);
    }
    m_week->setChecked(true);
    connect(m_week, &QPushButton::clicked, this, [this] { show(Span::Week, m_day); });
    connect(m_oneDay, &QPushButton::clicked, this, [this] { show(Span::Day, m_day); });
    auto *before = named(button(tr("Previous")), "previous");
    setKey(before, QKeySequence(u"Ctrl+PgUp"_s));
    connect(before, &QPushButton::clicked, this, [this] { step(-1); });
    auto *today = named(button(tr("Today")), "goToToday");
    setKey(today, QKeySequence(u"Ctrl+Home"_s));
    connect(today, &QPushButton::clicked, this, [this] { show(m_span, m_services.records.today()); });
    auto *next = named(button(tr("Next")), "next");
    setKey(next, QKeySequence(u"Ctrl+PgDown"_s));
    connect(next, &QPushButton::clicked, this, [this] { step(1); });
    for (QPushButton *one : {before, today, next})
        line->addWidget(one);
    return line;
}

QDate WeekPage::first() const { return m_span == Span::Week ? mondayOf(m_day) : m_day; }

void WeekPage::step(int by) { show(m_span, m_day.addDays(by * (m_span == Span::Week ? 7 : 1))); }

void WeekPage::show(Span span, QDate day)
{
    m_span = span;
    m_day = day;
    (span == Span::Week ? m_week : m_oneDay)->setChecked(true);
    reload();
}

void WeekPage::reload()
{
    m_list->begin();
    emptyLayout(m_days);
    const QString year = u' ' + QString::number(last().year());
    m_range->setText(
        (m_span == Span::Week ? tr("%1 to %2").arg(words::weekday(first()), words::weekday(last())) : words::weekday(m_day)) + year);
    const auto lines = appointmentLines(m_services, first(), last());
    if (!lines)
        return m_days->addWidget(label(words::error(lines.error()), "problem", true));
    for (QDate day = first(); day <= last(); day = day.addDays(1)) {
        QList<AppointmentLine> ofDay;
        for (const AppointmentLine &line : *lines)
            if (line.at.date() == day)
                ofDay.append(line);
        addDay(day, ofDay);
    }
    m_days->addStretch();
    m_list->finish();
}

void WeekPage::addDay(QDate day, const QList<AppointmentLine> &lines)
{
    const bool isToday = day == m_services.records.today();
    QString soft = lines.isEmpty() ? tr("nothing booked") : QString::number(lines.size());
    auto *card = new Card(words::weekday(day), isToday ? tr("today · %1").arg(soft) : soft);
    m_list->add(card->body(), lines);
    m_days->addWidget(card);
}

/// Of several residents: the password is asked for as when a list leaves as a file.
void WeekPage::print()
{
    withPassword(
        this, m_services, tr("Print a list of residents"), [services = m_services] { return services.records.checkConfirmed(); },
        [this](const Done &confirmed) {
            if (confirmed)
                preview();
            else
                m_navigator.refuse(confirmed.error());
        });
}

void WeekPage::preview()
{
    const auto made = print::appointmentsOfHouse(m_services, first(), last());
    const auto about = made ? m_services.disclosures.aboutList(u"appointment"_s, made->people) : Result<Disclosure>(made.error());
    if (!about)
        return m_navigator.refuse(about.error());
    m_navigator.preview({.document = made->document,
        .title = tr("Appointments, %1").arg(m_range->text()),
        .fileName = u"appointments-"_s + first().toString(Qt::ISODate),
        .about = *about});
}

void WeekPage::exportCsv()
{
    exportList(this, m_services, m_navigator, u"appointment"_s,
        [services = m_services, from = first(), until = last()](ListReader) { return appointmentsCsv(services, from, until); });
}

Result<ListText> appointmentsCsv(const Services &services, QDate first, QDate last)
{
    const auto lines = appointmentLines(services, first, last);
    if (!lines)
        return lines.error();
    ListText list;
    list.title = WeekPage::tr("Appointments");
    list.labels = {WeekPage::tr("Day"), WeekPage::tr("Time"), WeekPage::tr("Resident"), WeekPage::tr("Room"), WeekPage::tr("With whom"),
        WeekPage::tr("What for"), WeekPage::tr("Goes along"), WeekPage::tr("How it went")};
    for (const AppointmentLine &line : *lines) {
        const Appointment &one = line.kept.value;
        list.lines.append({line.at.date().toString(Qt::ISODate), words::time(line.at), line.resident, line.room, line.withWhom, one.purpose,
            line.goesAlong, words::labelFor(one.outcome)});
        if (!list.people.contains(one.personId))
            list.people.append(one.personId);
    }
    return list;
}

} // namespace keywork
