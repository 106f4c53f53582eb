// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/care_plan.h"
#include "core/domain/kinds.h"
#include "tests/support/services.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace keywork::test::code_systems_test {

using namespace Qt::StringLiterals;

namespace {

using Codings = QList<std::pair<QString, QString>>;

template <Coded E> Codings codings()
{
    Codings all;
    for (const E value : allOf<E>())
        all.append({QString::fromLatin1(codeOf(value)), QString::fromUtf8(labelOf(value))});
    return all;
}

Codings categories()
{
    Codings all;
    for (const Category category : allOf<Category>())
        if (isAboutResidents(category))
            all.append({QString::fromLatin1(codeOf(category)), QString::fromUtf8(labelOf(category))});
    all.append({u"why"_s, u"Why"_s});
    all.append({u"basis"_s, u"Agreement to share"_s});
    return all;
}

Codings recordFields()
{
    Codings all{{u"stage_entry.stage"_s, u"Spectrum of need"_s}, {u"stage_entry.housing"_s, u"Housing position"_s}};
    for (const RecordType *type : allKinds())
        for (const Field &field : type->fields)
            if (type->shares(field))
                all.append({QString::fromLatin1(type->table) + u'.' + QString::fromLatin1(field.column), QString::fromUtf8(field.label)});
    return all;
}

QJsonObject codeSystem(const char *name, const QString &title, const Codings &codings)
{
    QJsonArray concepts;
    for (const auto &[code, display] : codings)
        concepts.append(QJsonObject{{u"code"_s, code}, {u"display"_s, display}});
    return {{u"resourceType"_s, u"CodeSystem"_s}, {u"url"_s, u"https://keywork.example/fhir/CodeSystem/"_s + QString::fromLatin1(name)},
        {u"name"_s, QString(title).remove(u' ')}, {u"title"_s, title}, {u"status"_s, u"active"_s}, {u"content"_s, u"complete"_s},
        {u"caseSensitive"_s, true}, {u"concept"_s, concepts}};
}

} // namespace

TEST_CASE("The local code systems in resources are those that referrals use")
{
    const std::vector<std::pair<const char *, QJsonObject>> systems{
        {"category", codeSystem("category", u"Category Of Information"_s, categories())},
        {"record-field", codeSystem("record-field", u"Record Field"_s, recordFields())},
        {"spectrum-of-need", codeSystem("spectrum-of-need", u"Spectrum Of Need"_s, codings<Stage>())},
        {"housing-position", codeSystem("housing-position", u"Housing Position"_s, codings<HousingPosition>())},
        {"care-plan-area", codeSystem("care-plan-area", u"Care Plan Area"_s, codings<Area>())},
    };
    for (const auto &[name, wanted] : systems) {
        const QString path = QStringLiteral(KEYWORK_SOURCE_DIR "/resources/fhir/") + QString::fromLatin1(name) + u".json"_s;
        INFO(path.toStdString() << " should be\n" << QJsonDocument(wanted).toJson().toStdString());
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK(QJsonDocument::fromJson(file.readAll()).object() == wanted);
    }
}

} // namespace keywork::test::code_systems_test
