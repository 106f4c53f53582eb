// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/incident_rows.h"

#include "core/domain/kinds.h"
#include "core/domain/overdose.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "ui/print/say.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

constexpr int kDeepest = 2; ///< an incident, what was kept because of it, and what belongs to that

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

} // namespace

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

std::set<Category> categoriesIn(const QList<ReportRow> &rows)
{
    std::set<Category> categories;
    for (const ReportRow &one : rows) {
        const RecordType &type = *one.row.row.type;
        categories.insert(type.readAs ? type.readAs(one.row.row).value_or(type.category) : type.category);
    }
    return categories;
}

Result<QList<Id<Person>>> peopleNamed(const Services &services, const QList<ReportRow> &rows)
{
    QList<Id<Person>> named;
    QHash<const RecordType *, QList<KeptRow>> byKind; // people are asked for kind by kind
    for (const ReportRow &one : rows)
        byKind[one.row.row.type].append(one.row);
    for (const QList<KeptRow> &ofKind : std::as_const(byKind)) {
        const auto people = services.records.peopleIn(ofKind);
        if (!people)
            return people.error();
        for (const qint64 person : *people)
            if (!named.contains(Id<Person>{person}))
                named.append(Id<Person>{person});
    }
    std::sort(named.begin(), named.end(), [](Id<Person> a, Id<Person> b) { return a.value < b.value; });
    return named;
}

} // namespace keywork::print
