// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/incident_document.h"

#include "core/domain/kinds.h"
#include "core/domain/overdose.h"
#include "core/rules/pseudonyms.h"
#include "core/services/records/families.h"
#include "core/services/records/names.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "ui/print/house_paper.h"
#include "ui/print/say.h"
#include "ui/text/record_lines.h"
#include "ui/text/timeline_words.h"
#include "ui/text/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

constexpr int kMostInReportRow = 400; // characters; longer texts run over the whole width and over pages
/// What partnerships ask is not known here: the guidance is named, no more (dated.md, "Deaths and near-fatal overdoses").
const char *const kNearFatalGuidance = QT_TRANSLATE_NOOP("print",
    "Local partnerships review drug and alcohol deaths and near-fatal overdoses (GOV.UK, partnership review process, guidance of 26 "
    "September 2024). Ask yours what it wants to know, and check the guidance before you rely on it.");
constexpr int kDeepest = 2; ///< an incident, what was kept because of it, and what belongs to that

/// A record with how far below the incident it stands.
struct ReportRow {
    KeptRow row;
    int depth = 0;
};

/// The columns by which a kind refers to another one and is not about a person by it.
QStringList columnsReferring(const RecordType &type, const RecordType &to)
{
    QStringList columns;
    for (const Field &field : type.fields)
        if (field.kind == Kind::Reference && field.refers && QLatin1String(field.refers) == QLatin1String(to.table))
            columns.append(QString::fromLatin1(field.column));
    return columns;
}

/// A line of the record that it refers to, not a record of its own that names it: a kit that was used has a life beside this.
bool isLineOf(const RecordType &type, const QString &column)
{
    return (type.childOf && column == QLatin1String(type.childOf)) || (type.within && column == QLatin1String(type.within));
}

bool isInReport(const QList<ReportRow> &rows, const KeptRow &row)
{
    return std::any_of(
        rows.cbegin(), rows.cend(), [&row](const ReportRow &one) { return one.row.id == row.id && one.row.row.type == row.row.type; });
}

/// Whatever was kept because of the record: other kinds that refer to it, and the lines of those.
Done addReferring(const Services &services, const KeptRow &head, int depth, QList<ReportRow> &rows)
{
    for (const RecordType *type : allKinds()) {
        if (!services.records.mayRead(*type) || type == head.row.type)
            continue;
        for (const QString &column : columnsReferring(*type, *head.row.type)) {
            if (depth > 1 && !isLineOf(*type, column))
                continue;
            const auto found
                = services.records.list(*type, {.filters = {{column, Filter::Comparison::Equals, head.id}}, .orderBy = u"id"_s});
            if (!found)
                return found.error();
            for (const KeptRow &one : *found) {
                if (!isInReport(rows, one)) // most parts of the incident came with it, without the lines of theirs
                    rows.append({one, depth});
                if (Done below = depth < kDeepest ? addReferring(services, one, depth + 1, rows) : Done(); !below)
                    return below;
            }
        }
    }
    return {};
}

QStringList namesOfPerson(const Services &services, const Person &person, Id<Person> id)
{
    QStringList names{person.displayName(), person.givenName + u' ' + person.familyName, person.givenName, person.preferredName,
        person.familyName, person.number};
    const auto others = services.records.of<PersonName>("person_id", id);
    for (const Kept<PersonName> &other : others ? *others : QList<Kept<PersonName>>())
        names.append(other.value.name);
    names.removeAll(QString());
    return names;
}

/// Who stands in the rows gets a letter in their order; who else lives here or works here is taken out of the texts.
Done standIns(const Services &services, const QList<ReportRow> &rows, Pseudonyms &who)
{
    const QString resident = say("Resident %1");
    const QString colleague = say("Colleague %1");
    const auto addStaff = [&](Id<Staff> id) {
        if (const auto member = services.records.one(id))
            who.add(u"staff"_s, id.value, colleague, {member->value.name});
    };
    for (const ReportRow &one : rows) {
        for (const Field &field : one.row.row.type->fields) {
            const qint64 id = field.kind == Kind::Reference ? one.row.row.value(QString::fromLatin1(field.column)).toLongLong() : 0;
            if (id == 0)
                continue;
            if (QLatin1String(field.refers) == "staff"_L1)
                addStaff({id});
            else if (const auto person
                = QLatin1String(field.refers) == "person"_L1 ? services.records.one(Id<Person>{id}) : Result<Kept<Person>>(Error{}))
                who.add(u"person"_s, id, resident, namesOfPerson(services, person->value, {id}));
        }
        addStaff({one.row.createdBy});
    }
    const auto here = services.people.residents(ResidentGroup::HereNow);
    if (!here)
        return here.error();
    for (const ResidentLine &line : *here)
        if (who.of(u"person"_s, line.person.id.value).isEmpty())
            who.addOthers(namesOfPerson(services, line.person.value, line.person.id));
    const auto team = services.records.all<Staff>();
    for (const Kept<Staff> &member : team ? *team : QList<Kept<Staff>>())
        if (who.of(u"staff"_s, member.id.value).isEmpty())
            who.addOthers({member.value.name});
    return {};
}

/// Rows of labels and values, short ones as a table, long ones as paragraphs.
class ReportValues {
public:
    ReportValues(Document &document, const Names &names, const Pseudonyms *who)
        : m_document(document)
        , m_names(names)
        , m_who(who)
    {
    }

    void add(const Row &row)
    {
        // Whose a record is stands above it elsewhere; here several are in one report.
        if (const Field *owner = row.type->tiedBy(Tie::Owner))
            if (const Row *person = m_names.named(u"person"_s, row.value(QString::fromLatin1(owner->column)).toLongLong())) {
                const QString name = words::nameOf(*person, m_names.records());
                value(words::label(owner->label), m_who ? m_who->in(name) : name);
            }
        for (const words::RecordLine &line : words::recordLines(standing(row), m_names)) {
            if (!line.heading.isEmpty()) {
                flush();
                m_document.add(text({{line.heading, true, false}}, 10, 3));
            }
            value(line.label, shown(row, line));
        }
        flush();
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
                    more.append(u"%1: %2"_s.arg(line.label, shown(step.row, line)));
            Runs said{{words::labelFor(kept->value.step), true, false}};
            if (!more.isEmpty())
                said.append({u'\n' + more.join(u'\n')});
            m_rows.append(QList<Runs>{Runs{{words::date(at.date()) + at.toString(u" HH:mm:ss"_s)}}, said});
        }
        flush();
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
        if (m_who)
            for (const QString &column : {u"described"_s})
                if (row.type->indexOf(column) >= 0 && !row.text(column).isEmpty())
                    row.set(column, say("A visitor"));
        return row;
    }
    QString shown(const Row &, const words::RecordLine &line) const { return m_who ? m_who->in(line.value) : line.value; }

    void value(const QString &label, const QString &said)
    {
        if (said.size() <= kMostInReportRow && said.count(u'\n') < 12) {
            m_rows.append(QList<Runs>{Runs{{label, false, true}}, Runs{{said}}});
            return;
        }
        flush();
        auto title = text({{label, false, true}}, 9.5, 2);
        title->keepWithNext = true;
        m_document.add(title);
        m_document.add(flowing(said));
    }
    void flush()
    {
        if (!m_rows.isEmpty())
            m_document.add(table({.shares = {0.3, 0.7}, .head = {}, .rows = m_rows, .firstOfGroup = {}}));
        m_rows.clear();
    }
    Document &m_document;
    const Names &m_names;
    const Pseudonyms *m_who;
    QList<QList<Runs>> m_rows;
};

QList<KeptRow> stepsIn(const QList<ReportRow> &rows)
{
    const QString happened = u"happened_at"_s;
    QList<KeptRow> steps;
    for (const ReportRow &one : rows)
        if (one.row.row.type == &recordType<OverdoseStep>())
            steps.append(one.row);
    std::stable_sort(steps.begin(), steps.end(),
        [&happened](const KeptRow &a, const KeptRow &b) { return a.row.text(happened) < b.row.text(happened); });
    return steps;
}

QString writtenBy(const Services &services, const KeptRow &kept, const Pseudonyms *who)
{
    const QString when = words::moment(services.records.clock().local(kept.createdAt));
    const auto by = services.records.one(Id<Staff>{kept.createdBy});
    if (!by)
        return say("Logged %1").arg(when);
    return say("Logged %1 by %2").arg(when, who ? who->of(u"staff"_s, kept.createdBy) : by->value.name);
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
    const RecordType *before = nullptr;
    for (const ReportRow &one : std::as_const(rows)) {
        if (one.depth > 0 && one.row.row.type != before)
            document->add(heading(words::label(one.row.row.type->titleMany)));
        const bool isStep = one.row.row.type == &recordType<OverdoseStep>();
        if (!isStep)
            ReportValues(*document, known, who).add(one.row.row);
        else if (one.row.row.type != before)
            ReportValues(*document, known, who).addSteps(stepsIn(rows));
        before = one.row.row.type;
    }
    if (const QString kind = family->head.row.text(u"kind"_s); kind == u"overdose" || kind == u"death")
        document->add(text({{say(kNearFatalGuidance), false, true}}, 8.5, 4));
    for (const ReportRow &one : std::as_const(rows)) {
        const RecordType &type = *one.row.row.type;
        report.holds.insert(type.readAs ? type.readAs(one.row.row).value_or(type.category) : type.category);
    }
    report.document = std::move(*document);
    if (!isNamed)
        return report;
    QHash<const RecordType *, QList<KeptRow>> byKind; // people are asked for kind by kind
    for (const ReportRow &one : std::as_const(rows))
        byKind[one.row.row.type].append(one.row);
    for (const QList<KeptRow> &ofKind : std::as_const(byKind)) {
        const auto people = services.records.peopleIn(ofKind);
        if (!people)
            return people.error();
        for (const qint64 person : *people)
            if (!report.people.contains(Id<Person>{person}))
                report.people.append(Id<Person>{person});
    }
    std::sort(report.people.begin(), report.people.end(), [](Id<Person> a, Id<Person> b) { return a.value < b.value; });
    return report;
}

} // namespace keywork::print
