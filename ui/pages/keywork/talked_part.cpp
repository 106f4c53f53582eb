// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/keywork/talked_part.h"

#include "core/services/records/records.h"
#include "ui/text/words.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QCheckBox>
#include <QJsonObject>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

TalkedPart::TalkedPart(const QHash<QString, QDate> &lastGiven, const Services &services, QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (const ChoiceOption &option : services.records.choices().options(u"keywork_message"_s)) {
        if (option.retired)
            continue;
        Line line{option.code, new QCheckBox(literal(option.label)), new QCheckBox(tr("leaflet"))};
        line.talked->setObjectName(u"talked-"_s + option.code);
        line.leaflet->setObjectName(u"leaflet-"_s + option.code);
        line.leaflet->setAccessibleName(tr("Leaflet given: %1").arg(option.label));
        line.leaflet->setVisible(false);
        auto *row = wrappingLine(8);
        row->addWidget(line.talked);
        row->addWidget(line.leaflet);
        if (const QDate last = lastGiven.value(option.code); last.isValid())
            row->addWidget(label(tr("last %1").arg(words::dayAndMonth(last, services.records.today())), "soft"));
        layout->addLayout(row);
        connect(line.talked, &QCheckBox::toggled, line.leaflet, &QWidget::setVisible);
        connect(line.talked, &QCheckBox::toggled, this, &TalkedPart::edited);
        connect(line.leaflet, &QCheckBox::toggled, this, &TalkedPart::edited);
        m_lines.append(line);
    }
}

void TalkedPart::set(const QString &code, bool leaflet)
{
    for (const Line &line : std::as_const(m_lines))
        if (line.code == code) {
            line.talked->setChecked(true);
            line.leaflet->setChecked(leaflet);
        }
}

void TalkedPart::load(const QList<KeptRow> &messages)
{
    for (Line &line : m_lines)
        for (const KeptRow &kept : messages)
            if (kept.row.text(u"message"_s) == line.code)
                line.kept = kept;
    m_others.clear(); // messages that are not offered any more stay as they are
    for (const KeptRow &kept : messages)
        if (std::none_of(m_lines.cbegin(), m_lines.cend(), [&kept](const Line &line) { return line.kept.id == kept.id; }))
            m_others.append(kept);
    for (const KeptRow &kept : messages)
        set(kept.row.text(u"message"_s), kept.row.value(u"leaflet"_s).toBool());
}

QList<KeptRow> TalkedPart::parts() const
{
    QList<KeptRow> all = m_others;
    for (const Line &line : m_lines) {
        if (!line.talked->isChecked())
            continue;
        KeyworkMessage message;
        message.message = {line.code};
        message.leaflet = line.leaflet->isChecked();
        KeptRow part = line.kept;
        Row row = toRow(message);
        if (part.row.type)
            for (const char *column : {"session_id", "person_id"})
                row.set(QString::fromLatin1(column), part.row.value(QString::fromLatin1(column)));
        part.row = row;
        all.append(part);
    }
    return all;
}

QJsonArray TalkedPart::toJson() const
{
    QJsonArray all;
    for (const Line &line : m_lines)
        if (line.talked->isChecked())
            all.append(QJsonObject{{u"message"_s, line.code}, {u"leaflet"_s, line.leaflet->isChecked()}});
    return all;
}

void TalkedPart::fromJson(const QJsonArray &kept)
{
    for (const Line &line : std::as_const(m_lines)) {
        line.talked->setChecked(false);
        line.leaflet->setChecked(false);
    }
    for (const QJsonValue &value : kept)
        set(value.toObject().value(u"message"_s).toString(), value.toObject().value(u"leaflet"_s).toBool());
}

} // namespace keywork
