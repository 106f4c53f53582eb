// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sharing/letters_out.h"

#include "core/domain/house.h"
#include "core/services/records/records.h"
#include "core/services/sharing/agreements.h"
#include "core/services/sharing/disclosures.h"
#include "core/storage/database.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QStringList letterTemplate(AdvocacyWhy why)
{
    QFile file(u":/keywork/letters/advocacy.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList paragraphs;
    const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
    for (const QJsonValue &line : all.value(QLatin1String(codeOf(why))).toArray())
        paragraphs.append(line.toString());
    return paragraphs;
}

QString letterDay(QDate day) { return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(day, u"d MMMM yyyy"_s); }

/// The day as it is known: a year alone names nobody's birthday.
QString bornAsKnown(const Person &person)
{
    if (!person.bornOn)
        return {};
    const QDate day = QDate::fromString(person.bornOn->text(), Qt::ISODate);
    return day.isValid() ? letterDay(day) : QString();
}

QHash<QString, QString> letterFacts(
    const Person &person, const Advocacy &advocacy, const QString &agency, const QString &author, const House &house)
{
    const QString whom = advocacy.withWhom.trimmed();
    return {{u"name"_s, person.displayName()}, {u"born"_s, bornAsKnown(person)}, {u"whom"_s, whom.isEmpty() ? agency : whom},
        {u"asked"_s, advocacy.asked.trimmed()}, {u"answer_by"_s, advocacy.followUpOn ? letterDay(*advocacy.followUpOn) : QString()},
        {u"author"_s, author}, {u"house"_s, house.name.trimmed()}, {u"telephone"_s, house.telephone.trimmed()}};
}

/// None when it asks for something that is not known. Filled in one go: what stands in a record is never read as a blank.
std::optional<QString> filledParagraph(const QString &paragraph, const QHash<QString, QString> &facts)
{
    QString filled;
    qsizetype from = 0;
    while (true) {
        const qsizetype open = paragraph.indexOf(u'{', from);
        if (open < 0)
            return filled + paragraph.mid(from);
        const qsizetype close = paragraph.indexOf(u'}', open);
        const QString fact = close < 0 ? QString() : facts.value(paragraph.mid(open + 1, close - open - 1));
        if (fact.isEmpty())
            return {};
        filled += paragraph.mid(from, open - from) + fact;
        from = close + 1;
    }
}

Result<QString> agencyName(const Services &services, const Advocacy &advocacy)
{
    if (!advocacy.agencyId)
        return QString();
    const auto agency = services.records.one(advocacy.agencyId);
    return agency ? Result<QString>(agency->value.name) : agency.error();
}

Done checkMayShare(const Services &services, const std::set<Category> &tellsOf)
{
    const Session &session = services.records.session();
    const bool may = std::all_of(tellsOf.begin(), tellsOf.end(), [&session](Category one) { return session.may(Act::Share, one); });
    return may ? Done() : Done(Error{session.refusal(), {}, {}});
}

} // namespace

Result<QString> advocacyLetterText(const Services &services, const Advocacy &advocacy)
{
    const auto person = services.records.one(advocacy.personId);
    const auto author = services.records.one(advocacy.staffId);
    const auto agency = agencyName(services, advocacy);
    const auto houses = services.records.all<House>();
    if (!person || !author || !agency || !houses)
        return !person ? person.error() : !author ? author.error() : !agency ? agency.error() : houses.error();
    const auto facts
        = letterFacts(person->value, advocacy, *agency, author->value.name, houses->isEmpty() ? House() : houses->first().value);
    QStringList filled;
    for (const QString &paragraph : letterTemplate(advocacy.why))
        if (const auto one = filledParagraph(paragraph, facts))
            filled.append(*one);
    return filled.join(u"\n\n"_s);
}

Result<QStringList> addressOf(const Services &services, const Advocacy &advocacy)
{
    QStringList lines;
    if (const QString whom = advocacy.withWhom.trimmed(); !whom.isEmpty())
        lines.append(whom);
    if (!advocacy.agencyId)
        return lines;
    const auto agency = services.records.one(advocacy.agencyId);
    if (!agency)
        return agency.error();
    lines.append(agency->value.name);
    for (const QString &line : agency->value.address.split(u'\n', Qt::SkipEmptyParts))
        lines.append(line.trimmed());
    return lines;
}

Result<Disclosure> aboutAgreedPaper(
    const Services &services, Id<Person> person, Id<Agency> agencyId, DisclosureKind kind, const std::set<Category> &sections)
{
    if (Done may = checkMayShare(services, sections); !may)
        return may.error();
    const auto scope = services.agreements.scope(person, agencyId, services.records.today());
    const auto agency = services.records.one(agencyId);
    if (!scope || !agency)
        return scope ? agency.error() : scope.error();
    // What they said last may stand in no file, or in another one: then no agreement on file is relied on.
    if (Done stands = services.records.database().checkStands(); !stands)
        return stands.error();
    if (services.agreements.hasUnsavedWord(person))
        return notNow(NotNow::AgreementNotSaved);
    for (const Category one : sections)
        if (!scope->categories.contains(one))
            return Error{ErrorKind::NotAgreed, QString::fromLatin1(codeOf(one)), {}};
    Disclosure about = forThem(person, kind, agency->value.name, sections);
    about.basis = DisclosureBasis::Agreement;
    about.agencyId = agencyId;
    about.agreementId = scope->agreement->id;
    return about;
}

Result<Disclosure> aboutAdvocacyLetter(const Services &services, const Advocacy &advocacy, const std::set<Category> &tellsOf, LetterWay way)
{
    std::set<Category> sections = tellsOf;
    sections.insert({Category::Identity, Category::CarePlan}); // whom it is about, and what is done for them
    if (Done may = checkMayShare(services, sections); !may)
        return may.error();
    if (advocacy.letter.trimmed().isEmpty())
        return invalid({{u"letter"_s, Rule::Required, {}}});
    const auto person = services.records.one(advocacy.personId);
    if (!person)
        return person.error();
    if (way == LetterWay::ThroughThem)
        return forThem(advocacy.personId, DisclosureKind::AdvocacyLetter, person->value.displayName(), sections);
    if (!advocacy.agencyId)
        return invalid({{u"agency_id"_s, Rule::Required, {}}});
    return aboutAgreedPaper(services, advocacy.personId, advocacy.agencyId, DisclosureKind::AdvocacyLetter, sections);
}

} // namespace keywork
