// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/keywork/ruler.h"

#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr int kNotAsked = -1;
}

class KeyworkRuler::Bar : public QWidget {
public:
    explicit Bar(QWidget *parent = nullptr)
        : QWidget(parent)
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override { return {120, 8}; }
    int rating = kNotAsked;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::colour(u"neutralSoft"_s));
        painter.drawRoundedRect(rect(), 3, 3);
        painter.setBrush(Theme::colour(u"primary"_s));
        if (rating > 0)
            painter.drawRoundedRect(QRectF(0, 0, width() * rating / 10.0, height()), 3, 3);
    }
};

KeyworkRuler::KeyworkRuler(const QString &question, const QString &name, const std::optional<qint64> &before, QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_box = new QSpinBox;
    m_box->setObjectName(name);
    m_box->setRange(kNotAsked, 10);
    m_box->setSpecialValueText(tr("not asked"));
    m_box->setValue(kNotAsked);
    m_box->setAccessibleName(question);
    for (QLineEdit *typed : m_box->findChildren<QLineEdit *>()) { // what takes the letters is named, too
        typed->setAccessibleName(question);
        typed->installEventFilter(this);
    }
    m_box->installEventFilter(this);
    auto *line = wrappingLine(8);
    line->addWidget(titled(question, m_box));
    if (before)
        line->addWidget(label(tr("was %1").arg(*before), "soft"));
    layout->addLayout(line);
    m_bar = new Bar;
    layout->addWidget(m_bar);
    connect(m_box, &QSpinBox::valueChanged, this, [this](int value) {
        m_bar->rating = value;
        m_bar->update();
        Q_EMIT edited();
    });
}

/// A figure that is typed over "not asked" takes its place, wherever a click left the cursor in these words.
bool KeyworkRuler::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && m_box->value() == kNotAsked) {
        const QString typed = static_cast<QKeyEvent *>(event)->text();
        if (typed.size() == 1 && typed.front().isDigit() && m_box->text() == m_box->specialValueText())
            m_box->selectAll();
    }
    return QWidget::eventFilter(watched, event);
}

std::optional<qint64> KeyworkRuler::rating() const
{
    return m_box->value() == kNotAsked ? std::nullopt : std::optional<qint64>(m_box->value());
}

void KeyworkRuler::setRating(const std::optional<qint64> &rating) { m_box->setValue(int(rating.value_or(kNotAsked))); }

} // namespace keywork
