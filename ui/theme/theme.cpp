// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QFont>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPalette>
#include <QRegularExpression>
#include <QStyleFactory>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

// The look belongs to the one QApplication, whose palette and style sheet are process-wide too.
struct InForce {
    QHash<QString, QColor> colours;
    Theme::Kind kind = Theme::Kind::Light;
    int percent = 100;
};
InForce &inForce()
{
    static InForce theme;
    return theme;
}

QByteArray resource(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString keyOf(Theme::Kind kind)
{
    return kind == Theme::Kind::Dark ? u"dark"_s : kind == Theme::Kind::HighContrast ? u"high_contrast"_s : u"light"_s;
}

QString filledIn(QString sheet)
{
    static const QRegularExpression token(u"[@$]([A-Za-z0-9]+)"_s);
    QString result;
    qsizetype from = 0;
    for (auto it = token.globalMatch(sheet); it.hasNext();) {
        const auto match = it.next();
        result += sheet.mid(from, match.capturedStart() - from);
        const QString name = match.captured(1);
        result += sheet.at(match.capturedStart()) == u'@' ? Theme::colour(name).name()
                                                          : QString::number(Theme::scaled(name.toInt())) + u"px"_s;
        from = match.capturedEnd();
    }
    return result + sheet.mid(from);
}

} // namespace

Theme::Kind Theme::kind() { return inForce().kind; }
int Theme::percent() { return inForce().percent; }
QColor Theme::colour(const QString &role) { return inForce().colours.value(role); }
QColor Theme::stageColour(int number) { return colour(u"stage"_s + QString::number(number)); }
int Theme::scaled(int pixels) { return (pixels * inForce().percent + 50) / 100; }
int Theme::nextPercent(int percent, int steps) { return std::clamp(percent + 10 * steps, 80, 200); }

void Theme::apply(QApplication &application, Kind kind, int percent)
{
    InForce &theme = inForce();
    theme.kind = kind;
    theme.percent = percent;
    theme.colours.clear();
    const QJsonObject roles = QJsonDocument::fromJson(resource(u":/keywork/theme/palettes.json"_s)).object()[keyOf(kind)].toObject();
    for (auto it = roles.constBegin(); it != roles.constEnd(); ++it)
        theme.colours.insert(it.key(), QColor(it.value().toString()));
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QFont font(u"Inter"_s);
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(scaled(13));
    QApplication::setFont(font);
    QPalette palette;
    palette.setColor(QPalette::Window, colour(u"ground"_s));
    palette.setColor(QPalette::Base, colour(u"card"_s));
    palette.setColor(QPalette::Button, colour(u"card"_s));
    palette.setColor(QPalette::Text, colour(u"ink"_s));
    palette.setColor(QPalette::WindowText, colour(u"ink"_s));
    palette.setColor(QPalette::ButtonText, colour(u"ink"_s));
    palette.setColor(QPalette::PlaceholderText, colour(u"soft"_s));
    palette.setColor(QPalette::Highlight, colour(u"primary"_s));
    palette.setColor(QPalette::HighlightedText, colour(u"primaryInk"_s));
    QApplication::setPalette(palette);
    application.setStyleSheet(filledIn(QString::fromUtf8(resource(u":/keywork/theme/keywork.qss"_s))));
}

} // namespace keywork
