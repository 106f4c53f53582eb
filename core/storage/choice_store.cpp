// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/choice_store.h"

#include "core/domain/kinds.h"
#include "core/storage/query.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Done shipList(Database &database, const QString &list, const QJsonArray &options)
{
    for (qsizetype i = 0; i < options.size(); ++i) {
        const QJsonArray option = options.at(i).toArray();
        if (Done done = run(database,
                u"INSERT INTO choice_option (list, code, label, position) VALUES (?, ?, ?, ?) ON CONFLICT (list, code) DO NOTHING"_s,
                {list, option.at(0).toString(), option.at(1).toString(), qint64(i)});
            !done)
            return done;
    }
    return {};
}

} // namespace

Done ChoiceStore::shipInto(Database &database)
{
    QDirIterator files(u":/keywork/choices"_s, {u"*.json"_s}, QDir::Files);
    bool any = false;
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorKind::Storage, u"choices"_s, {}};
        const QJsonObject lists = QJsonDocument::fromJson(file.readAll()).object();
        for (auto it = lists.constBegin(); it != lists.constEnd(); ++it)
            if (Done done = shipList(database, it.key(), it.value().toArray()); !done)
                return done;
        any = true;
    }
    return any ? Done() : Done(Error{ErrorKind::Storage, u"no choices compiled in"_s, {}});
}

Done ChoiceStore::load(Database &database)
{
    m_lists.clear();
    for (const FixedList &list : fixedLists()) {
        QList<ChoiceOption> &options = m_lists[QString::fromLatin1(list.list)];
        for (size_t i = 0; i < list.count; ++i) {
            const FixedOption &option = list.options[i];
            const QString label = QString::fromUtf8(option.label);
            options.append(
                {QString::fromLatin1(option.code), label, option.shortLabel ? QString::fromUtf8(option.shortLabel) : label, false});
        }
    }
    Query query(database, u"SELECT list, code, label, short_label, retired_at FROM choice_option ORDER BY list, position"_s);
    if (Done done = query.run(); !done)
        return done;
    while (query.next()) {
        const QString label = query.text(2);
        const QString shortLabel = query.text(3);
        m_lists[query.text(0)].append({query.text(1), label, shortLabel.isEmpty() ? label : shortLabel, !query.value(4).isNull()});
    }
    return query.finished();
}

QList<ChoiceOption> ChoiceStore::options(const QString &list) const { return m_lists.value(list); }

} // namespace keywork
