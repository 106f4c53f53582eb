// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/incident_document.h"

#include "core/domain/overdose.h"
#include "core/services/records/families.h"
#include "core/services/records/names.h"
#include "core/services/records/records.h"
#include "ui/print/house_paper.h"
#include "ui/print/incident_rows.h"
#include "ui/print/say.h"
#include "ui/print/value_rows.h"
#include "ui/text/record_lines.h"
#include "ui/text/timeline_words.h"
#include "ui/text/words.h"

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

/// What partnerships ask is not known here: the guidance is named, no more (dated.md, "Deaths and near-fatal overdoses").
const char *const kNearFatalGuidance = QT_TRANSLATE_NOOP("print",
    "Local partnerships review drug and alcohol deaths and near-fatal overdoses (GOV.UK, partnership review process, guidance of 26 "
    "September 2024). Ask yours what it wants to know, and check the guidance before you rely on it.");

/// The fields of records, with names taken out where they have to be.
class ReportValues {
public:
    ReportValues(Document &document, const Names &names, const Pseudonyms *who)
        : m_document(document)
        , m_names(names)
        , m_who(who)
        , m_values(document, 0.3)
    {
    }

    void add(const Row &row)
    {
        // Whose a record is stands above it elsewhere; here several are in one report.
        if (const Field *owner = row.type->tiedBy(Tie::Owner))
            if (const Row *person = m_names.named(u"person"_s, row.value(QString::fromLatin1(owner->column)).toLongLong())) {
                const QString name = words::nameOf(*person, m_names.records());
                m_values.add(words::label(owner->label), m_who ? m_who->in(name) : name);
            }
        for (const words::RecordLine &line : words::recordLines(standing(row), m_names)) {
            if (!line.heading.isEmpty()) {
                m_values.flush();
                m_document.add(text({{line.heading, true, false}}, 10, 3));
            }
            m_values.add(line.label, shown(line));
        }
        m_values.flush();
        m_document.add(text({}, 4, 2));
    }

    /// The steps of an overdose on one table, to the second: one after another they are a report.
    void addSteps(const QList<KeptRow> &steps)
    {
        for (const KeptRow &step : steps) {
            const auto kept = typed<OverdoseStep>(step);
            if (!kept)
                continue;
            const QDateTime at = m_names.records().clock().local(kept->value.happenedAt);
            QStringList more;
            for (const words::RecordLine &line : words::recordLines(standing(step.row), m_names))
                if (!saysWhatStands(line.label, kept->value))
                    more.append(u"%1: %2"_s.arg(line.label, shown(line)));
            Runs said{{words::labelFor(kept->value.step), true, false}};
            if (!more.isEmpty())
                said.append({u'\n' + more.join(u'\n')});
            m_values.addRow({{words::date(at.date()) + at.toString(u" HH:mm:ss"_s)}}, said);
        }
        m_values.flush();
        m_document.add(text({}, 4, 2));
    }

private:
    /// Step and time stand in the columns; when it was entered counts where that was later.
    static bool saysWhatStands(const QString &label, const OverdoseStep &step)
    {
        constexpr qint64 kAtOnce = 60; // seconds
        const bool isAtOnce = !step.enteredAt || qAbs(step.happenedAt.secsTo(*step.enteredAt)) < kAtOnce;
        for (const auto &[column, isLeftOut] :
            {std::pair{u"step"_s, true}, {u"happened_at"_s, true}, {u"entered_at"_s, isAtOnce}, {u"while_locked"_s, !step.whileLocked}})
            if (label == words::label(recordType<OverdoseStep>().fieldNamed(column)->label))
                return isLeftOut;
        return false;
    }
    /// A visitor who is only described would be known by the description.
    Row standing(Row row) const
    {
        const QString column = u"described"_s;
        if (m_who && row.type->indexOf(column) >= 0 && !row.text(column).isEmpty())
            row.set(column, say("A visitor"));
        return row;
    }
    QString shown(const words::RecordLine &line) const { return m_who ? m_who->in(line.value) : line.value; }

    Document &m_document;
    const Names &m_names;
    const Pseudonyms *m_who;
    ValueRows m_values;
};

QString writtenBy(const Services &services, const KeptRow &kept, const Pseudonyms *who)
{
    const QString when = words::moment(services.records.clock().local(kept.createdAt));
    const auto by = services.records.one(Id<Staff>{kept.createdBy});
    if (!by)
        return say("Logged %1").arg(when);
    return say("Logged %1 by %2").arg(when, who ? who->of(u"staff"_s, kept.createdBy) : by->value.name);
}

void addReportRows(Document &document, const QList<ReportRow> &rows, const Names &known, const Pseudonyms *who)
{
    const RecordType *before = nullptr;
    for (const ReportRow &one : rows) {
        if (one.depth > 0 && one.row.row.type != before)
            document.add(heading(words::label(one.row.row.type->titleMany)));
        const bool isStep = one.row.row.type == &recordType<OverdoseStep>();
        if (!isStep)
            ReportValues(document, known, who).add(one.row.row);
        else if (one.row.row.type != before)
            ReportValues(document, known, who).addSteps(stepsIn(rows));
        before = one.row.row.type;
    }
}

} // namespace

Result<IncidentReport> incidentReport(const Services &services, Id<Incident> incident, IncidentNames names)
{
    const auto family = services.families.one(recordType<Incident>(), incident.value);
    if (!family)
        return family.error();
    QList<ReportRow> rows{{family->head, 0}};
    for (const KeptRow &part : family->parts)
        rows.append({part, 1});
    if (Done added = addReferring(services, family->head, 1, rows); !added)
        return added.error();
    Names known(services.records);
    for (const ReportRow &one : std::as_const(rows))
        known.learn({one.row});
    Pseudonyms pseudonyms;
    const bool isNamed = names == IncidentNames::With;
    if (Done given = isNamed ? Done() : standIns(services, rows, pseudonyms); !given)
        return given.error();
    const Pseudonyms *who = isNamed ? nullptr : &pseudonyms;
    IncidentReport report;
    report.number = family->head.row.text(u"number"_s);
    const QString title = say("Incident report %1").arg(report.number);
    const QString printedBy = who ? who->of(u"staff"_s, services.records.session().staff().value) : QString();
    auto document = housePaper(
        services, title, writtenBy(services, family->head, who), {}, who && printedBy.isEmpty() ? say("a colleague") : printedBy);
    if (!document)
        return document.error();
    document->title = title;
    document->footLeft = isNamed ? title : say("%1, without names").arg(title);
    if (!isNamed)
        document->add(text({{say("Names are left out as far as the program knows them. Read it before it leaves."), true, false}}, 9.5, 8));
    addReportRows(*document, rows, known, who);
    if (const QString kind = family->head.row.text(u"kind"_s); kind == u"overdose" || kind == u"death")
        document->add(text({{say(kNearFatalGuidance), false, true}}, 8.5, 4));
    report.holds = categoriesIn(rows);
    report.document = std::move(*document);
    if (!isNamed)
        return report;
    const auto people = peopleNamed(services, rows);
    if (!people)
        return people.error();
    report.people = *people;
    return report;
}

} // namespace keywork::print
