// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/row_text.h"

#include <QCryptographicHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// Bytes stand in the history as their hash: an erased picture must not live on there.
QJsonValue traceOf(const QVariant &value)
{
    if (value.typeId() != QMetaType::QByteArray)
        return QJsonValue::fromVariant(value);
    const QByteArray bytes = value.toByteArray();
    return bytes.isEmpty() ? QString()
                           : u"sha256:"_s + QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace

QJsonObject toJson(const Row &row)
{
    QJsonObject object;
    for (size_t i = 0; i < row.type->fields.size(); ++i) {
        const QVariant &value = row.values.at(qsizetype(i));
        const bool isPicture = row.type->fields[i].kind == Kind::Picture;
        object.insert(QString::fromLatin1(row.type->fields[i].column),
            isPicture ? QString::fromLatin1(value.toByteArray().toBase64()) : QJsonValue::fromVariant(value));
    }
    return object;
}

Row fromJson(const RecordType &type, const QJsonObject &object)
{
    Row row = emptyRow(type);
    for (size_t i = 0; i < type.fields.size(); ++i) {
        const Field &field = type.fields[i];
        QJsonValue value = object.value(QLatin1String(field.column));
        if (value.isUndefined() && field.formerly)
            value = object.value(QLatin1String(field.formerly));
        if (value.isString() && field.kind == Kind::Picture)
            row.values[qsizetype(i)] = Codec<QByteArray>::encode(QByteArray::fromBase64(value.toString().toLatin1()));
        else if (value.isString())
            row.values[qsizetype(i)] = value.toString();
        else if (value.isDouble() && field.kind != Kind::Picture)
            row.values[qsizetype(i)] = value.toInteger();
    }
    return row;
}

QList<qsizetype> changedFields(const Row &before, const Row &after)
{
    QList<qsizetype> changed;
    for (qsizetype i = 0; i < after.values.size(); ++i)
        if (before.values.value(i) != after.values.at(i))
            changed.append(i);
    return changed;
}

QJsonObject changesBetween(const std::optional<Row> &before, const Row &after)
{
    const Row base = before ? *before : emptyRow(*after.type);
    QJsonObject changes;
    for (const qsizetype i : changedFields(base, after))
        changes.insert(
            QString::fromLatin1(after.type->fields[size_t(i)].column), QJsonArray{traceOf(base.values.at(i)), traceOf(after.values.at(i))});
    return changes;
}

QString plainText(const Row &row, const Field &field, const ChoiceSource &choices)
{
    const QVariant value = row.value(QString::fromLatin1(field.column));
    if (field.kind == Kind::Choice && !value.toString().isEmpty())
        return listsOf(field, choices).label(QString::fromLatin1(field.list), value.toString());
    if (field.kind == Kind::Money && !value.isNull())
        return Pence{value.toLongLong()}.text();
    if (field.kind == Kind::Measure && field.unit && !value.toString().isEmpty())
        return value.toString() + u' ' + QString::fromUtf8(field.unit);
    return value.toString();
}

QMap<Category, QString> searchText(const Row &row, const ChoiceSource &choices)
{
    QMap<Category, QString> words;
    for (const Field &field : row.type->fields) {
        const bool isSearched = field.searched && (!field.searchedWhen || field.searchedWhen(row));
        const QString text = isSearched ? plainText(row, field, choices) : QString();
        if (text.isEmpty())
            continue;
        QString &place = words[row.type->categoryOf(field)];
        place += place.isEmpty() ? text : u'\n' + text;
    }
    return words;
}

QString csvCell(const QString &text)
{
    QString cell = text;
    // Spreadsheet programs take the full-width forms for the plain ones.
    static const QString risky = u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20"_s;
    if (!cell.isEmpty() && risky.contains(cell.at(0)))
        cell.prepend(u'\'');
    if (cell.contains(u'"') || cell.contains(u',') || cell.contains(u'\n') || cell.contains(u'\r'))
        cell = u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
    return cell;
}

QString csvLine(const QStringList &cells)
{
    QStringList written;
    for (const QString &cell : cells)
        written.append(csvCell(cell));
    return written.join(u',') + u"\r\n"_s;
}

} // namespace keywork
