// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/inputs/number_input.h"

#include "core/services/services.h"
#include "ui/text/words.h"
#include "ui/widgets/parts.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace keywork {

NumberInput::NumberInput(const Field &field, const Services &services)
    : FieldInput(field, services)
    , m_edit(new QLineEdit)
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    line->addWidget(m_edit);
    if (field.kind == Kind::Measure && field.unit)
        line->addWidget(label(words::unit(field), "soft"));
    if (field.kind == Kind::Money)
        m_edit->setPlaceholderText(u"£"_s);
    connect(m_edit, &QLineEdit::textEdited, this, &FieldInput::edited);
    // What was understood is shown at once.
    connect(m_edit, &QLineEdit::editingFinished, this, [this] {
        if (m_edit->isModified())
            setValue(value());
    });
}

std::optional<QVariant> NumberInput::read(const QString &text) const
{
    if (field().kind == Kind::Money) {
        const auto amount = Pence::fromText(text);
        return amount ? std::optional(Codec<Pence>::encode(*amount)) : std::nullopt;
    }
    if (field().kind == Kind::Measure) {
        QString plain = text;
        const QString unit = words::unit(field());
        if (!unit.isEmpty() && plain.endsWith(unit, Qt::CaseInsensitive)) // typed although it stands there
            plain = plain.chopped(unit.size()).trimmed();
        const auto number = Decimal::fromText(plain.startsWith(u'.') ? u'0' + plain : plain);
        return number ? std::optional(Codec<Decimal>::encode(*number)) : std::nullopt;
    }
    bool isWhole = false;
    const qint64 number = text.toLongLong(&isWhole);
    return isWhole ? std::optional(QVariant(number)) : std::nullopt;
}

QVariant NumberInput::value() const
{
    const QString text = m_edit->text().trimmed();
    if (text.isEmpty() && field().nullable)
        return {};
    if (text.isEmpty()) // a column that is never blank counts from nothing
        return field().kind == Kind::Measure ? Codec<Decimal>::encode({}) : QVariant(qint64(0));
    return read(text).value_or(QVariant(m_edit->text()));
}

void NumberInput::setValue(const QVariant &value)
{
    bool isWhole = false;
    const qint64 pence = value.toLongLong(&isWhole);
    const bool isMoney = field().kind == Kind::Money && isWhole && value.typeId() != QMetaType::QString;
    m_edit->setText(isMoney ? Pence{pence}.text() : value.toString());
}

} // namespace keywork
