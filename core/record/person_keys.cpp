// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/person_keys.h"

#include "core/base/name_spelling.h"
#include "core/base/partial_date.h"
#include "core/base/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

void add(QList<PersonKey> &keys, const PersonKey &key)
{
    if (!key.key.isEmpty() && !keys.contains(key))
        keys.append(key);
}

void addNames(QList<PersonKey> &keys, const QStringList &names, Category category)
{
    for (const QString &word : nameKeys(names)) {
        add(keys, {KeyForm::Word, word, category});
        for (const QString &slip : slipKeys(word))
            add(keys, {KeyForm::Slip, slip, category});
        add(keys, {KeyForm::Sound, soundKey(word), category});
        add(keys, {KeyForm::Start, startOf(word), category});
    }
    for (const QString &initials : nameInitials(names))
        add(keys, {KeyForm::Initials, initials, category});
}

} // namespace

bool makesKnown(const RecordType &type)
{
    return std::any_of(type.fields.cbegin(), type.fields.cend(), [](const Field &field) { return field.knownBy != KnownBy::Nothing; });
}

QString startOf(const QString &word)
{
    constexpr qsizetype kLetters = 4; // three are shared by too many names
    return word.size() < kLetters ? QString() : atMost(word, kLetters);
}

QStringList namesIn(const Row &row)
{
    QStringList names;
    for (const Field &field : row.type->fields)
        if (const QString name = row.text(QString::fromLatin1(field.column)); field.knownBy == KnownBy::Name && !name.isEmpty())
            names.append(name);
    return names;
}

QString identifierKey(const Field &field, const QVariant &value)
{
    QString number;
    for (const QChar c : value.toString())
        if (c.isLetterOrNumber())
            number += c.toUpper();
    return field.knownBy != KnownBy::Identifier || number.isEmpty() ? QString() : QLatin1String(field.column) + u':' + number;
}

QList<PersonKey> personKeys(const Row &row)
{
    QList<PersonKey> keys;
    QMap<Category, QStringList> names; // what a role may not read must not shine through a key made of both
    for (const Field &field : row.type->fields) {
        const Category category = row.type->categoryOf(field);
        const QString text = row.text(QString::fromLatin1(field.column));
        if (text.isEmpty())
            continue;
        if (field.knownBy == KnownBy::Name)
            names[category].append(text);
        else if (field.knownBy == KnownBy::Identifier)
            add(keys, {KeyForm::Identifier, identifierKey(field, text), category});
        else if (field.knownBy == KnownBy::Number)
            for (const QString &number : numberKeys(text))
                add(keys, {KeyForm::Number, number, category});
        else if (const auto born = PartialDate::fromText(text); field.knownBy == KnownBy::Born && born && born->isExact())
            add(keys, {KeyForm::Born, born->text(), category});
    }
    for (auto of = names.constBegin(); of != names.constEnd(); ++of)
        addNames(keys, *of, of.key());
    return keys;
}

} // namespace keywork
