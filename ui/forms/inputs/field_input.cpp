// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/inputs/field_input.h"

#include "core/base/text.h"
#include "core/domain/kinds.h"
#include "core/domain/person.h"
#include "core/services/services.h"
#include "ui/forms/inputs/choice_input.h"
#include "ui/forms/inputs/day_input.h"
#include "ui/forms/inputs/flag_input.h"
#include "ui/forms/inputs/moment_input.h"
#include "ui/forms/inputs/number_input.h"
#include "ui/forms/inputs/reference_input.h"
#include "ui/forms/inputs/scale_input.h"
#include "ui/forms/inputs/table_input.h"
#include "ui/forms/inputs/text_input.h"
#include "ui/forms/inputs/ticks_input.h"
#include "ui/forms/inputs/time_input.h"

#include <QVBoxLayout>

namespace keywork {

QVariant FieldInput::blank() const { return m_field.nullable ? QVariant() : QVariant(emptyText()); }

void FieldInput::fillWith(QWidget *widget)
{
    auto *body = new QVBoxLayout(this);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(3);
    body->addWidget(widget);
}

namespace {

FieldInput *referenceInput(const Field &field, const Services &services)
{
    const RecordType *type = kindOf(QString::fromLatin1(field.refers));
    const bool hasName = type->indexOf(QStringLiteral("name")) >= 0 || type == &recordType<Person>();
    if (type->few || !hasName)
        return new ReferenceChoice(*type, field, services);
    return new ReferenceSearch(*type, field, services);
}

} // namespace

FieldInput *makeInput(const Field &field, const Services &services)
{
    switch (field.kind) {
    case Kind::Date:
    case Kind::PartialDate:
        return new DayInput(field, services);
    case Kind::Instant:
        return new MomentInput(field, services);
    case Kind::TimeOfDay:
        return new TimeInput(field, services);
    case Kind::Integer:
        if (field.scale)
            return new ScaleInput(field, services);
        return new NumberInput(field, services);
    case Kind::Measure:
    case Kind::Money:
        return new NumberInput(field, services);
    case Kind::Choice:
        return new ChoiceInput(field, services);
    case Kind::Reference:
        return referenceInput(field, services);
    case Kind::Boolean:
        return new FlagInput(field, services);
    case Kind::Text:
    case Kind::Data:
    case Kind::Picture:
        break;
    }
    if (field.columns)
        return new TableInput(field, services);
    if (field.list)
        return new TicksInput(field, services);
    return new TextInput(field, services);
}

} // namespace keywork
